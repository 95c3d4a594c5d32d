package dev.assay.registry.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit is set to in this process, below the settings of the machine, the user and the repository: it reads
 * commit-graph files with their path filters, and what it measures of the disk stays in memory, so that no settings
 * folder of its own appears in the user's home.
 */
final class GitSettings extends SystemReader.Delegate {
    private final StoredConfig settings = new InMemory();

    private GitSettings(SystemReader original) {
        super(original);
        settings.setBoolean("core", null, "commitGraph", true);
        settings.setBoolean("commitGraph", null, "readChangedPaths", true);
    }

    /** Makes JGit use these settings; once is enough. */
    static synchronized void install() {
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
    private static final class InMemory extends StoredConfig {
        InMemory() {
            super(new Config());
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
}
