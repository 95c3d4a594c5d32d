package dev.assay.registry.check;

import dev.assay.llm.AssayException;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.Severity;
import dev.assay.prompt.frontmatter.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks which prompts of the working copy cannot be read, or are no prompts: too large, not UTF-8, front matter or
 * template broken. Reads a file again only where its time or size changed, or where it could not be read. Thread-safe.
 */
public final class PromptCheck {
    private final Supplier<Map<String, Path>> prompts;
    private final Function<String, Optional<String>> texts;
    private final Supplier<Definitions> definitions;
    private volatile Definitions known = Definitions.NONE;
    private final Map<String, Checked> remembered = new ConcurrentHashMap<>();

    private record Checked(FileTime time, long size, Optional<BadPrompt> bad) {}

    /**
     * @param prompts names of all prompts and their files
     * @param texts reads a prompt by name; throws {@link AssayException} where it cannot be read
     * @param definitions what prompts may name
     */
    public PromptCheck(
            Supplier<Map<String, Path>> prompts,
            Function<String, Optional<String>> texts,
            Supplier<Definitions> definitions) {
        this.prompts = prompts;
        this.texts = texts;
        this.definitions = definitions;
    }

    /** The prompts that cannot be used as they are, by name. Throws {@link AssayException} where folders cannot be read. */
    public Map<String, BadPrompt> bad() {
        Map<String, Path> all = prompts.get();
        Definitions now = definitions.get();
        if (!now.equals(known)) {
            known = now;
            remembered.clear();
        }
        remembered.keySet().retainAll(all.keySet());
        var bad = new TreeMap<String, BadPrompt>();
        all.forEach((name, file) -> check(name, file).ifPresent(found -> bad.put(name, found)));
        return bad;
    }

    private Optional<BadPrompt> check(String name, Path file) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            Checked known = remembered.get(name);
            if (known != null && known.time.equals(now.lastModifiedTime()) && known.size == now.size()) {
                return known.bad;
            }
            Optional<BadPrompt> bad = read(name);
            // That a file may be read now changes neither its time nor its size.
            if (bad.isEmpty() || bad.get().readable()) {
                remembered.put(name, new Checked(now.lastModifiedTime(), now.size(), bad));
            }
            return bad;
        } catch (IOException e) {
            // Gone since it was listed: that is no fault of the file.
            return Optional.empty();
        }
    }

    private Optional<BadPrompt> read(String name) {
        try {
            return texts.apply(name)
                    .flatMap(text -> PromptTemplate.parse(name, text, known).diagnostics().stream()
                            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                            .findFirst()
                            .map(error -> new BadPrompt(true, error.location() + ": " + error.message())));
        } catch (AssayException e) {
            return Optional.of(new BadPrompt(false, e.getMessage()));
        }
    }
}
