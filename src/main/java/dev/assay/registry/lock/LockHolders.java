package dev.assay.registry.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds programs that may hold a lock: those that have its file open, and git programs that work in its folder. Where
 * the system does not tell who works where, every git program counts.
 */
final class LockHolders {
    private static final Logger LOG = LoggerFactory.getLogger(LockHolders.class);
    private static final Path PROCESSES = Path.of("/proc");

    private final Path lock;
    private final Optional<Path> workTree;

    LockHolders(Path lock) {
        this.lock = lock;
        workTree = workTree(lock.toAbsolutePath().resolveSibling(""));
    }

    /** The folder that a git folder belongs to. */
    private static Optional<Path> workTree(Path gitFolder) {
        if (gitFolder.endsWith(".git")) {
            return Optional.ofNullable(gitFolder.getParent());
        }
        Path pointer = gitFolder.resolve("gitdir");
        try {
            return Files.isRegularFile(pointer)
                    ? Optional.ofNullable(
                            Path.of(Files.readString(pointer).strip()).getParent())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("Cannot read {}", pointer, e);
            return Optional.empty();
        }
    }

    List<LockHolder> find() {
        long own = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != own)
                .filter(process -> isGitHere(process) || hasOpen(process.pid()))
                .map(process -> new LockHolder(process.pid(), program(process.info())))
                .toList();
    }

    private boolean isGitHere(ProcessHandle process) {
        if (!name(process.info()).replace(".exe", "").equals("git")) {
            return false;
        }
        if (!Files.isDirectory(PROCESSES)) {
            return true;
        }
        Path folder = PROCESSES.resolve(process.pid() + "/cwd");
        try {
            Path works = folder.toRealPath();
            return workTree.isPresent() && works.startsWith(workTree.get());
        } catch (IOException e) {
            LOG.debug("It is not known where process {} works", process.pid(), e);
            return false;
        }
    }

    private boolean hasOpen(long process) {
        Path open = PROCESSES.resolve(process + "/fd");
        if (!Files.isReadable(open)) {
            return false;
        }
        try (Stream<Path> files = Files.list(open)) {
            return files.anyMatch(file -> leadsTo(file));
        } catch (IOException e) {
            LOG.debug("It is not known what process {} has open", process, e);
            return false;
        }
    }

    private boolean leadsTo(Path link) {
        try {
            return Files.readSymbolicLink(link).equals(lock);
        } catch (IOException e) {
            LOG.trace("{} has been closed", link, e);
            return false;
        }
    }

    private static String name(ProcessHandle.Info info) {
        return info.command()
                .map(command -> Path.of(command).getFileName())
                .map(Path::toString)
                .orElse("");
    }

    private static String program(ProcessHandle.Info info) {
        String first = info.arguments().stream()
                .flatMap(Stream::of)
                .filter(argument -> argument.matches("[a-z-]+") && !argument.startsWith("-"))
                .findFirst()
                .orElse("");
        return (name(info) + " " + first).strip();
    }
}
