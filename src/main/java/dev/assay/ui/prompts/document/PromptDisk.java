package dev.assay.ui.prompts.document;

import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.StoredPrompt;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reads and writes prompts on disk, and knows which one could not be opened. */
final class PromptDisk {
    private final PromptRegistry registry;
    private final LatestTask loading;
    private final ReadOnlyObjectWrapper<@Nullable Unopened> unopened = new ReadOnlyObjectWrapper<>();

    PromptDisk(PromptRegistry registry, Tasks tasks) {
        this.registry = registry;
        loading = new LatestTask(tasks);
    }

    /** Reads a prompt; where it cannot be opened that is known before {@code failed} runs. */
    void load(String name, Consumer<StoredPrompt> done, Runnable failed) {
        loading.run(
                () -> registry.load(new PromptRef(name, null)),
                loaded -> {
                    clear();
                    done.accept(loaded);
                },
                failure -> {
                    unopened.set(new Unopened(name, failure.summary()));
                    failed.run();
                });
    }

    /** What the file holds now; empty where it is gone. Slow. */
    Optional<StoredPrompt> onDisk(StoredPrompt loaded) {
        try {
            return Optional.of(registry.load(loaded.ref()));
        } catch (InputException e) {
            if (Files.exists(registry.root().resolve(loaded.path()), LinkOption.NOFOLLOW_LINKS)) {
                // It is there, but is no prompt any longer, and so nothing to write over unasked.
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Writes edits, unless another program has changed the file meanwhile. Slow.
     *
     * @param loaded what the file held when it was read
     * @return what it holds now
     */
    StoredPrompt write(StoredPrompt loaded, String edited) {
        Optional<StoredPrompt> now = onDisk(loaded);
        boolean same = now.isEmpty() || now.get().text().equals(loaded.text());
        return same ? registry.save(loaded.ref().name(), FileText.forFile(edited, loaded.text())) : now.get();
    }

    /** The user looks at another prompt now. */
    void clear() {
        unopened.set(null);
    }

    ReadOnlyObjectWrapper<@Nullable Unopened> unopened() {
        return unopened;
    }
}
