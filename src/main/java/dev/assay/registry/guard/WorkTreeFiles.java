package dev.assay.registry.guard;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.FileTreeIterator.FileModeStrategy;
import org.eclipse.jgit.treewalk.WorkingTreeIterator.Entry;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.TemporaryBuffer;

/**
 * The disk as git is to see it: without pipes and devices, at which reading would wait for ever, and without running the
 * filter programs that a repository names while it is only looked at.
 */
public final class WorkTreeFiles {
    /** What is held in memory of a file that passes unfiltered; the rest waits on disk. */
    private static final int IN_MEMORY = 1 << 20;

    private WorkTreeFiles() {}

    /**
     * The disk of this system.
     *
     * @param mayRun whether the user has asked for something now that needs the repository's programs
     */
    public static FS of(BooleanSupplier mayRun) {
        return SystemReader.getInstance().isWindows() ? new Windows(mayRun) : new Posix(mayRun);
    }

    /** Git would take a pipe for a file. */
    private static FileModeStrategy ordinary(FileModeStrategy strategy) {
        return (file, attributes) ->
                attributes.isRegularFile() || attributes.isDirectory() || attributes.isSymbolicLink()
                        ? strategy.getMode(file, attributes)
                        : FileMode.MISSING;
    }

    private static Entry[] guarded(File directory, Entry[] entries, FS files, FileModeStrategy strategy) {
        return Arrays.stream(entries)
                .filter(entry -> !entry.getMode().equals(FileMode.MISSING))
                .map(entry -> PathRules.isNamed(entry.getName())
                        ? new PathRules(new File(directory, entry.getName()), files, strategy)
                        : entry)
                .toArray(Entry[]::new);
    }

    private static FS.ExecutionResult unfiltered(InputStream in) throws IOException {
        try (var out = new TemporaryBuffer.LocalFile(null, IN_MEMORY);
                var nothing = new TemporaryBuffer.Heap(0)) {
            out.copy(in);
            return new FS.ExecutionResult(out, nothing, 0);
        }
    }

    private static final class Posix extends FS_POSIX {
        private final BooleanSupplier mayRun;

        Posix(BooleanSupplier mayRun) {
            this.mayRun = mayRun;
        }

        @Override
        public FS newInstance() {
            return new Posix(mayRun);
        }

        @Override
        public Entry[] list(File directory, FileModeStrategy strategy) {
            return guarded(directory, super.list(directory, ordinary(strategy)), this, strategy);
        }

        @Override
        public ExecutionResult execute(ProcessBuilder program, InputStream in)
                throws IOException, InterruptedException {
            return mayRun.getAsBoolean() ? super.execute(program, in) : unfiltered(in);
        }
    }

    private static final class Windows extends FS_Win32 {
        private final BooleanSupplier mayRun;

        Windows(BooleanSupplier mayRun) {
            this.mayRun = mayRun;
        }

        @Override
        public FS newInstance() {
            return new Windows(mayRun);
        }

        @Override
        public Entry[] list(File directory, FileModeStrategy strategy) {
            return guarded(directory, super.list(directory, ordinary(strategy)), this, strategy);
        }

        @Override
        public ExecutionResult execute(ProcessBuilder program, InputStream in)
                throws IOException, InterruptedException {
            return mayRun.getAsBoolean() ? super.execute(program, in) : unfiltered(in);
        }
    }
}
