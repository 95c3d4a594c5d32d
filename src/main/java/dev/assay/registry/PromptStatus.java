package dev.assay.registry;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.WorkTreeStatus;
import dev.assay.registry.git.WorkspacePaths;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the working copy differs from the last commit; one walk for all files. */
final class PromptStatus {
    private static final Logger LOG = LoggerFactory.getLogger(PromptStatus.class);
    private static final int DEPTH = 100;

    private final WorkTreeStatus workTree;
    private final WorkspacePaths paths;

    PromptStatus(WorkTreeStatus workTree, WorkspacePaths paths) {
        this.workTree = workTree;
        this.paths = paths;
    }

    /** All prompts on disk and those deleted since the last commit, sorted by name. */
    List<PromptEntry> prompts() {
        Status status = workTree.of(List.of("prompts"));
        var entries = new TreeMap<String, PromptEntry>();
        for (String path : onDisk()) {
            add(entries, path, letter(status, paths.inRepository(path)));
        }
        Stream.concat(status.getMissing().stream(), status.getRemoved().stream())
                .filter(path -> !status.getAdded().contains(path))
                .map(paths::inWorkspace)
                .filter(WorkspacePaths::isPrompt)
                .filter(path -> !entries.containsKey(WorkspacePaths.nameOf(path)))
                .forEach(path -> add(entries, path, GitStatus.DELETED));
        return List.copyOf(entries.values());
    }

    /** Names and files of all prompts on disk, sorted by name. */
    Map<String, Path> files() {
        var files = new TreeMap<String, Path>();
        onDisk().forEach(path ->
                files.put(WorkspacePaths.nameOf(path), paths.root().resolve(path)));
        return files;
    }

    private static void add(TreeMap<String, PromptEntry> entries, String path, GitStatus status) {
        String name = WorkspacePaths.nameOf(path);
        entries.put(name, new PromptEntry(name, path, status));
    }

    /** The status of a file that is on disk; its path counts from the top of the repository. */
    static GitStatus letter(Status status, String path) {
        if (status.getConflicting().contains(path)) {
            return GitStatus.CONFLICT;
        }
        if (status.getUntracked().contains(path) || WorkTreeStatus.isIgnored(status, path)) {
            return GitStatus.UNTRACKED;
        }
        if (status.getAdded().contains(path)) {
            return GitStatus.ADDED;
        }
        boolean modified =
                status.getChanged().contains(path) || status.getModified().contains(path);
        return modified ? GitStatus.MODIFIED : GitStatus.CLEAN;
    }

    /** Paths under the workspace of all prompt files; links are listed only where they stay inside. */
    private List<String> onDisk() {
        Path folder = paths.root().resolve("prompts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var files = new ArrayList<String>();
        try {
            // One folder that cannot be read must not hide all the others, nor may endless nesting exhaust us.
            Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = paths.root().relativize(file).toString().replace('\\', '/');
                    if (WorkspacePaths.isPrompt(path)
                            && WorkspacePaths.isName(WorkspacePaths.nameOf(path))
                            && isInside(file)) {
                        files.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    LOG.warn("Cannot list {}: {}", file, GitFailures.reason(failure));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return files;
        } catch (IOException e) {
            throw new StorageException("Cannot list " + folder + ": " + GitFailures.reason(e), e);
        }
    }

    private boolean isInside(Path file) {
        try {
            return Files.isRegularFile(file)
                    && (!Files.isSymbolicLink(file) || file.toRealPath().startsWith(paths.root()));
        } catch (IOException e) {
            return false;
        }
    }
}
