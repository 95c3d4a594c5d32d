package dev.assay.registry.conflict;

import dev.assay.llm.InputException;
import dev.assay.registry.conflict.ConflictedFile.Kind;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.merge.Choice;
import dev.assay.registry.merge.MergedText;
import dev.assay.registry.merge.tree.FileMerger;
import dev.assay.registry.merge.tree.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.CheckoutCommand.Stage;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** The files that the user has to decide on. They are read from the index, so it does not matter who began the merge. */
public final class Conflicts {
    private static final String MARKER = "<<<<<<< ";

    private final Repository repository;
    private final Path top;

    public Conflicts(GitWorkspace workspace) {
        repository = workspace.repository();
        top = repository.getWorkTree().toPath();
    }

    /** All files in conflict, sorted by path. */
    public List<ConflictedFile> list() {
        return GitWork.run(repository, "read the conflicts", () -> {
            var files = new ArrayList<ConflictedFile>();
            try (ObjectReader reader = repository.newObjectReader()) {
                for (Map.Entry<String, @Nullable Version[]> entry : stages().entrySet()) {
                    files.add(file(reader, entry.getKey(), entry.getValue()));
                }
            }
            return files;
        });
    }

    /** One file in conflict; throws {@link InputException} where it is none. */
    public ConflictedFile file(String path) {
        return list().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new InputException(path + " is not in conflict"));
    }

    /** Settles a file with one side's answer to every conflict; what does not conflict is kept from both. */
    public void resolve(String path, Choice choice) {
        ConflictedFile file = file(path);
        MergedText text = file.text();
        if (text != null) {
            resolve(path, text.settled(choice));
            return;
        }
        GitWork.run(repository, "resolve " + path, () -> {
            boolean theirs = choice == Choice.THEIRS;
            boolean gone = switch (file.kind()) {
                case RENAMED_AWAY -> true;
                case DELETED_BY_US -> choice == Choice.OURS;
                case RENAMED_BY_THEM -> choice == Choice.OURS;
                case DELETED_BY_THEM, RENAMED_BY_US -> theirs;
                case TEXT, BINARY -> false;
            };
            boolean onlyTheirs = file.kind() == Kind.DELETED_BY_US || file.kind() == Kind.RENAMED_BY_THEM;
            if (gone) {
                remove(path);
            } else {
                checkOut(path, theirs || onlyTheirs ? Stage.THEIRS : Stage.OURS);
            }
            return "";
        });
    }

    /** Settles a file with a text. */
    public void resolve(String path, String text) {
        file(path);
        GitWork.run(repository, "resolve " + path, () -> {
            Files.write(writable(path), PromptText.encode(path, text));
            add(path);
            return "";
        });
    }

    /** Settles a file as it lies on disk; throws {@link InputException} where markers are left in it. */
    public void resolveAsOnDisk(String path) {
        ConflictedFile file = file(path);
        if (!file.lines().isEmpty()) {
            throw new InputException(path + ":" + file.lines().getFirst()
                    + ": a conflict is left here: edit it, or choose --ours or --theirs");
        }
        GitWork.run(repository, "resolve " + path, () -> {
            if (Files.exists(top.resolve(path))) {
                add(path);
            } else {
                remove(path);
            }
            return "";
        });
    }

    private Map<String, @Nullable Version[]> stages() throws IOException {
        DirCache index = repository.readDirCache();
        var stages = new TreeMap<String, @Nullable Version[]>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (entry.getStage() > 0) {
                stages.computeIfAbsent(entry.getPathString(), path -> new Version[3])[entry.getStage() - 1] =
                        new Version(entry.getObjectId(), entry.getFileMode());
            }
        }
        return stages;
    }

    private ConflictedFile file(ObjectReader reader, String path, @Nullable Version[] stages) throws IOException {
        Version base = stages[0];
        Version ours = stages[1];
        Version theirs = stages[2];
        if (ours != null && theirs != null) {
            MergedText text =
                    new FileMerger(reader).content(path, base, ours, theirs).orElse(null);
            return new ConflictedFile(path, text == null ? Kind.BINARY : Kind.TEXT, text, markers(path));
        }
        Kind kind = ours == null
                ? theirs == null ? Kind.RENAMED_AWAY : base == null ? Kind.RENAMED_BY_THEM : Kind.DELETED_BY_US
                : base == null ? Kind.RENAMED_BY_US : Kind.DELETED_BY_THEM;
        return new ConflictedFile(path, kind, null, List.of());
    }

    private List<Integer> markers(String path) throws IOException {
        Path file = top.resolve(path);
        if (!Files.isRegularFile(file) || Files.size(file) > PromptText.LIMIT) {
            return List.of();
        }
        var found = new ArrayList<Integer>();
        // Bytes as they are: the file may be no UTF-8.
        String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(MARKER)) {
                found.add(i + 1);
            }
        }
        return found;
    }

    private void checkOut(String path, Stage side) throws GitAPIException {
        try (var git = new Git(repository)) {
            git.checkout().addPath(path).setStage(side).call();
        }
        add(path);
    }

    private void add(String path) throws GitAPIException {
        try (var git = new Git(repository)) {
            git.add().addFilepattern(path).call();
        }
    }

    private void remove(String path) throws GitAPIException {
        try (var git = new Git(repository)) {
            git.rm().addFilepattern(path).call();
        }
    }

    /** The file to write; a link must not lead out of the repository. */
    private Path writable(String path) throws IOException {
        Path file = new WorkspacePaths(top.toRealPath(), "").onDisk(path);
        Files.createDirectories(file.resolveSibling(""));
        return file;
    }
}
