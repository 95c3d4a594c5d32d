package dev.assay.registry;

import dev.assay.registry.git.WorkTreeStatus;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.guard.FileProblem;
import dev.assay.registry.guard.FolderListing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Status;

/** How the working copy differs from the last commit; one walk for all files. */
final class PromptStatus {
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

    /** What is left out, and why. */
    List<FileProblem> problems() {
        FolderListing listing = listing();
        Stream<FileProblem> names = listing.files().stream()
                .filter(path -> !isNamed(path))
                .map(path -> new FileProblem(
                        path, "is left out: its name " + WorkspacePaths.problemOf(WorkspacePaths.nameOf(path))));
        return Stream.concat(listing.problems().stream(), names).toList();
    }

    /** Paths under the workspace of all prompt files. */
    private List<String> onDisk() {
        return listing().files().stream().filter(PromptStatus::isNamed).toList();
    }

    private FolderListing listing() {
        return FolderListing.of(paths.root(), "prompts", WorkspacePaths::isPrompt);
    }

    private static boolean isNamed(String path) {
        return WorkspacePaths.isName(WorkspacePaths.nameOf(path));
    }
}
