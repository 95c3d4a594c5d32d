package dev.assay.registry.remote.transport;

import org.eclipse.jgit.lib.ProgressMonitor;

/** Hears how far an exchange is, and may stop it. Called on the thread that does the work. */
public interface Progress {
    /** Hears nothing and stops nothing but an interrupted thread. */
    Progress NONE = (task, done, total) -> {};

    /**
     * Something was done.
     *
     * @param task what, in git's words, such as {@code Receiving objects}
     * @param done how much of it
     * @param total how much there is; 0 where that is not known
     */
    void at(String task, int done, int total);

    /** Whether to stop. */
    default boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /** The same as git's library wants it. */
    private ProgressMonitor asMonitor() {
        return new ProgressMonitor() {
            private String task = "";
            private int done;
            private int total;

            @Override
            public void start(int tasks) {}

            @Override
            public void beginTask(String title, int work) {
                task = title;
                done = 0;
                total = Math.max(0, work);
                at(task, 0, total);
            }

            @Override
            public void update(int completed) {
                done += completed;
                at(task, done, total);
            }

            @Override
            public void endTask() {
                at(task, Math.max(done, total), total);
            }

            @Override
            public boolean isCancelled() {
                return Progress.this.isCancelled();
            }

            @Override
            public void showDuration(boolean enabled) {}
        };
    }

    /** The progress as git's library wants it. */
    static ProgressMonitor monitor(Progress progress) {
        return progress.asMonitor();
    }
}
