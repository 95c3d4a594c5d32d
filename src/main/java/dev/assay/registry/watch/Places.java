package dev.assay.registry.watch;

import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is watched of a workspace. Links that lead out of it are not followed, and what is behind them is not watched. */
final class Places {
    private static final Set<String> SETTINGS = Set.of("providers.yaml", ".gitignore", ".gitattributes");
    /** What prompts name belongs to them. */
    private static final List<String> DEFINITIONS = List.of("schemas", "tools");

    private static final Pattern GIT_FILES = Pattern.compile("[A-Z_]*HEAD|index|packed-refs|config");
    private static final Set<String> REMOTE_DISKS = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "fuse.sshfs",
            "9p",
            "vboxsf",
            "afpfs",
            "davfs",
            "webdav",
            "ncpfs",
            "drvfs",
            "fuse.portal");

    private final GitWorkspace workspace;

    Places(GitWorkspace workspace) {
        this.workspace = workspace;
    }

    /** The folders that there are now. */
    List<Place> now() {
        Path root = workspace.paths().root();
        var places = new ArrayList<Place>();
        places.add(Place.shallow(root, Area.SETTINGS, SETTINGS::contains));
        inside(root.resolve("prompts")).ifPresent(folder -> places.add(Place.deep(folder, Area.PROMPTS)));
        DEFINITIONS.forEach(name ->
                inside(root.resolve(name)).ifPresent(folder -> places.add(Place.deep(folder, Area.PROMPTS))));
        inside(root.resolve("datasets")).ifPresent(folder -> places.add(Place.deep(folder, Area.DATASETS)));
        Path own = workspace.repository().getDirectory().toPath();
        Path shared = workspace.repository().getCommonDirectory().toPath();
        Stream.of(own, shared)
                .map(Path::normalize)
                .distinct()
                .forEach(folder -> places.add(Place.shallow(
                        folder, Area.REPOSITORY, name -> GIT_FILES.matcher(name).matches())));
        places.add(Place.deep(shared.resolve("refs"), Area.REPOSITORY));
        places.add(Place.shallow(shared.resolve("reftable"), Area.REPOSITORY, "tables.list"::equals));
        return places;
    }

    /** The area of a folder at the top of the workspace, or empty where it is none that is watched. */
    Optional<Area> area(Path folder) {
        Path root = workspace.paths().root();
        if (folder.equals(root.resolve("prompts"))
                || DEFINITIONS.stream().map(root::resolve).anyMatch(folder::equals)) {
            return Optional.of(Area.PROMPTS);
        }
        return folder.equals(root.resolve("datasets")) ? Optional.of(Area.DATASETS) : Optional.empty();
    }

    private Optional<Path> inside(Path folder) {
        try {
            Path real = folder.toRealPath();
            boolean watched = Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)
                    && real.startsWith(workspace.paths().root());
            return watched ? Optional.of(real) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the system tells of changes there; it does not of those that another machine makes on a shared disk. */
    boolean areTold() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
            // There Java itself looks only every few seconds.
            return false;
        }
        try {
            String disk = Files.getFileStore(workspace.paths().root()).type();
            return !REMOTE_DISKS.contains(disk.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }
}
