package dev.assay.registry.definition;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.prompt.definition.DefinitionReader;
import dev.assay.prompt.definition.DefinitionText;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Definitions.Fault;
import dev.assay.registry.files.WorkingCopy;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.guard.FolderListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * The files under {@code schemas/} and {@code tools/}. They may come from a stranger: none is read through a link that
 * leads out, and neither size nor number is without bounds. Thread-safe.
 */
public final class DefinitionFiles {
    private static final List<String> FOLDERS = List.of(Definitions.SCHEMAS, Definitions.TOOLS);
    private static final int MOST = 500;

    private final GitWorkspace workspace;
    private final WorkspacePaths paths;
    private final WorkingCopy workingCopy;
    private final Revisions revisions;
    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

    /** The definitions that the files held when they looked so. */
    private record Remembered(List<String> look, Definitions definitions) {}

    public DefinitionFiles(GitWorkspace workspace, WorkingCopy workingCopy, Revisions revisions) {
        this.workspace = workspace;
        this.paths = workspace.paths();
        this.workingCopy = workingCopy;
        this.revisions = revisions;
    }

    /** Those on disk; read again only where time or size of a file changed. */
    public Definitions onDisk() {
        var files = new ArrayList<String>();
        var unread = new ArrayList<Fault>();
        for (String folder : FOLDERS) {
            var listing = FolderListing.of(paths.root(), folder.substring(0, folder.length() - 1), DefinitionText::is);
            files.addAll(listing.files());
            listing.problems().forEach(problem -> unread.add(fault(problem.path(), problem.toString())));
        }
        files.sort(null);
        List<String> look = look(files, unread);
        Remembered before = remembered.get();
        if (before != null && before.look.equals(look)) {
            return before.definitions;
        }
        Definitions read = read(files, unread, workingCopy::text);
        remembered.set(new Remembered(look, read));
        return read;
    }

    /** The text of the file at a path such as {@code tools/find.yaml}; empty where there is none. */
    public Optional<String> text(String path) {
        return workingCopy.text(required(path));
    }

    /**
     * Writes a definition; it is committed like any edit.
     *
     * @param before the text that the edit began with, empty for a new file
     * @throws InputException where the file holds something else by now; nothing is written then
     */
    public void write(String path, Optional<String> before, String text) {
        workspace.writing().lock();
        try {
            if (!text(path).equals(before)) {
                throw new InputException(
                        path + " was changed by someone else: copy what you wrote, open it again and put it in");
            }
            workingCopy.write(path, text);
            remembered.set(null);
        } finally {
            workspace.writing().unlock();
        }
    }

    private static String required(String path) {
        if (FOLDERS.stream().noneMatch(path::startsWith) || !DefinitionText.is(path)) {
            throw new InputException(path + " is no definition: they lie in schemas/ and tools/ as .yaml or .json");
        }
        return path;
    }

    /** Those of a commit. */
    public Definitions at(RevCommit commit) {
        List<String> files = FOLDERS.stream()
                .flatMap(folder -> revisions.files(commit, folder).stream())
                .filter(DefinitionText::is)
                .sorted()
                .toList();
        return read(
                files,
                new ArrayList<>(),
                path -> revisions.blob(commit, path).map(blob -> PromptText.decode(path, blob.bytes())));
    }

    private static Definitions read(List<String> files, List<Fault> unread, Function<String, Optional<String>> texts) {
        var read = new ArrayList<DefinitionText>();
        for (String path : files.subList(0, Math.min(MOST, files.size()))) {
            try {
                texts.apply(path).ifPresent(text -> read.add(new DefinitionText(path, text)));
            } catch (AssayException e) {
                unread.add(fault(path, e.getMessage()));
            }
        }
        if (files.size() > MOST) {
            unread.add(fault(
                    files.get(MOST), "this and what follows are not read: " + MOST + " definitions are the most"));
        }
        return DefinitionReader.read(read, unread);
    }

    private List<String> look(List<String> files, List<Fault> unread) {
        var look = new ArrayList<String>();
        unread.forEach(fault -> look.add(fault.toString()));
        for (String path : files) {
            try {
                var now = Files.readAttributes(paths.root().resolve(path), BasicFileAttributes.class);
                look.add(path + " " + now.size() + " " + now.lastModifiedTime() + " " + now.fileKey());
            } catch (IOException e) {
                look.add(path);
            }
        }
        return look;
    }

    private static Fault fault(String path, @Nullable String message) {
        return new Fault(DefinitionText.nameOf(path), new SourceLocation(path, 1, 1), String.valueOf(message));
    }
}
