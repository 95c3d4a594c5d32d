package dev.assay.registry.git;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FS.FileStoreAttributes;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit is set to in this process, below the settings of the machine, the user and the repository: it reads
 * commit-graph files with their path filters, and it takes for granted that file times are coarse. Else it would
 * measure that in each process anew, for three seconds with files in the repository, or keep a settings folder of its
 * own in the user's home.
 */
public final class GitSettings extends SystemReader.Delegate {
    private final StoredConfig settings = new InMemory();

    private GitSettings(SystemReader original) {
        super(original);
        settings.setBoolean("core", null, "commitGraph", true);
        settings.setBoolean("commitGraph", null, "readChangedPaths", true);
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        return new CoarseTimes(super.getUserConfig());
    }

    /** Makes JGit use these settings; once is enough. */
    public static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof GitSettings)) {
            SystemReader.setInstance(new GitSettings(current));
        }
    }

    @Override
    public StoredConfig getJGitConfig() {
        return settings;
    }

    /** Settings that no file keeps. */
    private static class InMemory extends StoredConfig {
        InMemory() {
            this(new Config());
        }

        InMemory(Config base) {
            super(base);
        }

        @Override
        public void load() {
            // There is no file to read.
        }

        @Override
        public void save() {
            // Kept until the process ends.
        }
    }

    /** The user's settings, with an answer for each disk to how exact its file times are. */
    private static final class CoarseTimes extends InMemory {
        private static final String DISK = "filesystem";

        CoarseTimes(StoredConfig user) {
            super(user);
        }

        @Override
        public long getTimeUnit(String section, String part, String name, long otherwise, TimeUnit unit) {
            return section.equals(DISK)
                    ? unit.convert(FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION)
                    : super.getTimeUnit(section, part, name, otherwise, unit);
        }
    }
}
