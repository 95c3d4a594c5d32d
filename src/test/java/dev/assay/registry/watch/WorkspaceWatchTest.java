package dev.assay.registry.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitCommand;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceWatchTest {
    private static final WorkspaceWatch.Opener POLLING = places -> new PollingWatcher(places, Duration.ofMillis(5));

    @TempDir
    Path folder;

    private final BlockingQueue<Set<Area>> told = new LinkedBlockingQueue<>();
    private Path root;
    private GitWorkspace workspace;
    private @Nullable WorkspaceWatch watch;

    @BeforeEach
    void create() throws IOException {
        root = folder.toRealPath().resolve("workspace");
        GitWorkspace.create(root);
        write("prompts/support/triage.prompt", "one\n");
        write("datasets/cases.csv", "text\n");
        workspace = GitWorkspace.open(root);
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
        workspace.close();
    }

    @Test
    void changesOfFilesAreToldByWhereTheyLie() throws Exception {
        watchEvents();

        write("prompts/support/triage.prompt", "two\n");
        assertThat(next()).containsExactly(Area.PROMPTS);
        write("datasets/more.csv", "text\n");
        assertThat(next()).containsExactly(Area.DATASETS);
        write("providers.yaml", "providers: {}\n");
        assertThat(next()).containsExactly(Area.SETTINGS);
        Files.delete(root.resolve("datasets/more.csv"));
        assertThat(next()).containsExactly(Area.DATASETS);
    }

    @Test
    void foldersThatAppearAreWatchedToo() throws Exception {
        watchEvents();

        write("prompts/new/deep/down/a.prompt", "one\n");
        await(Area.PROMPTS);
        quiet();
        write("prompts/new/deep/down/a.prompt", "two\n");
        assertThat(next()).containsExactly(Area.PROMPTS);
    }

    @Test
    void aFolderThatWasMovedIsWatchedUnderItsNewName() throws Exception {
        watchEvents();

        Files.move(root.resolve("prompts/support"), root.resolve("prompts/help"));
        await(Area.PROMPTS);
        quiet();
        write("prompts/help/inner/a.prompt", "one\n");
        await(Area.PROMPTS);
        quiet();
        write("prompts/help/inner/a.prompt", "two\n");
        assertThat(next()).containsExactly(Area.PROMPTS);
    }

    @Test
    void foldersAtTheTopMayComeLater() throws Exception {
        delete("prompts/support/triage.prompt");
        delete("prompts/support");
        delete("prompts");
        watchEvents();

        write("prompts/a.prompt", "one\n");
        await(Area.PROMPTS);
        quiet();
        write("prompts/a.prompt", "two\n");
        assertThat(next()).containsExactly(Area.PROMPTS);
    }

    @Test
    void whatGitDoesInATerminalIsTold() throws Exception {
        watchEvents();

        new GitCommand(root).run("add", ".");
        await(Area.REPOSITORY);
        quiet();
        new GitCommand(root).run("commit", "-qm", "First");
        await(Area.REPOSITORY);
        quiet();
        new GitCommand(root).run("switch", "-qc", "feature/deep/name");
        await(Area.REPOSITORY);
    }

    @Test
    void aLinkedWorkTreeHearsOfItsOwnAndTheSharedRepository() throws Exception {
        new GitCommand(root).run("add", ".");
        new GitCommand(root).run("commit", "-qm", "First");
        new GitCommand(root).run("worktree", "add", "-q", "../second");
        workspace.close();
        Path first = root;
        root = first.resolveSibling("second");
        workspace = GitWorkspace.open(root);
        watchEvents();

        new GitCommand(root).run("switch", "-q", "--detach");
        await(Area.REPOSITORY);
        quiet();
        new GitCommand(first).run("branch", "other");
        await(Area.REPOSITORY);
    }

    @Test
    void whatEditorsLeaveForAMomentIsNotTold() throws Exception {
        write("datasets/cases.csv", "text\n");
        watchEvents();

        write("prompts/support/.triage.prompt.swp", "x");
        write("prompts/support/triage.prompt~", "x");
        write("prompts/support/#triage.prompt#", "x");
        write("prompts/support/.5a3c.tmp", "x");
        write("prompts/support/4913", "x");
        write(".assay/last-prompt", "x");
        write(".git/index.lock", "x");
        write("datasets/cases.csv", "text\nmore\n");

        assertThat(next()).containsExactly(Area.DATASETS);
    }

    @Test
    void linksOutOfTheWorkspaceAreNotFollowed() throws Exception {
        Path outside = Files.createDirectories(root.resolveSibling("outside"));
        Files.createSymbolicLink(root.resolve("prompts/link"), outside);
        delete("datasets/cases.csv");
        delete("datasets");
        Files.createSymbolicLink(root.resolve("datasets"), outside);
        watchEvents();

        Files.writeString(outside.resolve("a.prompt"), "one\n");
        write("providers.yaml", "providers: {}\n");

        assertThat(next()).containsExactly(Area.SETTINGS);
    }

    @Test
    void moreEventsThanTheSystemKeepsLeadToALookAtAll() throws Exception {
        try (var watcher = EventWatcher.open(new Places(workspace))) {
            Set<Area> changed = EnumSet.noneOf(Area.class);
            for (int round = 0; round < 50 && !changed.contains(Area.SETTINGS); round++) {
                for (int i = 0; i < 1000; i++) {
                    write("prompts/many/" + round + "-" + i + ".prompt", "x");
                }
                for (Set<Area> next = watcher.next(Duration.ofMillis(200));
                        next != null;
                        next = watcher.next(Duration.ofMillis(200))) {
                    changed.addAll(next);
                }
            }
            assertThat(changed).containsExactly(Area.values());
        }
    }

    @Test
    void filesAreLookedAtWhereTheSystemCannotTell() throws Exception {
        start(
                places -> {
                    throw new IOException("User limit of inotify watches reached");
                },
                POLLING);

        assertThat(next()).containsExactly(Area.values());
        write("prompts/support/triage.prompt", "two, and longer\n");
        await(Area.PROMPTS);
        delete("prompts/support/triage.prompt");
        await(Area.PROMPTS);
        write("prompts/new/deep/a.prompt", "one\n");
        await(Area.PROMPTS);
        new GitCommand(root).run("add", ".");
        await(Area.REPOSITORY);
    }

    @Test
    void aSystemThatFailsLaterIsReplacedToo() throws Exception {
        start(places -> new Scripted(new LinkedBlockingQueue<>(), new CountDownLatch(1)), POLLING);

        assertThat(next()).containsExactly(Area.values());
        write("datasets/more.csv", "text\n");
        await(Area.DATASETS);
    }

    @Test
    void changesThatFollowCloselyAreToldOnce() throws Exception {
        var script = new LinkedBlockingQueue<Set<Area>>();
        script.add(Set.of());
        script.add(Set.of(Area.PROMPTS));
        script.add(Set.of());
        script.add(Set.of(Area.REPOSITORY, Area.PROMPTS));
        start(places -> new Scripted(script, new CountDownLatch(1)), POLLING);

        assertThat(next()).containsExactly(Area.PROMPTS, Area.REPOSITORY);
    }

    @Test
    void whatAssayItselfWritesIsToldOnceItIsDone() throws Exception {
        var done = new AtomicBoolean();
        var doneWhenTold = new LinkedBlockingQueue<Boolean>();
        var script = new LinkedBlockingQueue<Set<Area>>(List.of(Set.of(Area.PROMPTS)));
        watch = new WorkspaceWatch(
                workspace,
                places -> new Scripted(script, new CountDownLatch(1)),
                POLLING,
                areas -> doneWhenTold.add(done.get()));
        workspace.writing().lock();
        watch.start();
        while (!workspace.writing().hasQueuedThreads() && doneWhenTold.isEmpty()) {
            Thread.onSpinWait();
        }
        done.set(true);
        workspace.writing().unlock();

        assertThat(doneWhenTold.poll(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClosedWatchGivesBackWhatItHolds() throws Exception {
        var closed = new CountDownLatch(1);
        start(places -> new Endless(closed), POLLING);

        watch.close();

        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Tells what it is given, then fails. */
    private record Scripted(BlockingQueue<Set<Area>> script, CountDownLatch closed) implements Watcher {
        @Override
        public @Nullable Set<Area> next(@Nullable Duration patience) throws IOException {
            Set<Area> next = script.poll();
            if (next == null && patience == null) {
                throw new IOException("The end of the script");
            }
            return next;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Nothing ever changes. */
    private record Endless(CountDownLatch closed) implements Watcher {
        @Override
        public @Nullable Set<Area> next(@Nullable Duration patience) throws InterruptedException {
            new CountDownLatch(1).await();
            return null;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private void watchEvents() throws IOException {
        // It is opened here, so that what a test then does is not missed.
        Watcher opened = EventWatcher.open(new Places(workspace));
        start(places -> opened, POLLING);
    }

    private void start(WorkspaceWatch.Opener events, WorkspaceWatch.Opener polling) {
        watch = new WorkspaceWatch(workspace, events, polling, told::add);
        watch.start();
    }

    private Set<Area> next() throws InterruptedException {
        Set<Area> next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).describedAs("nothing was told").isNotNull();
        return next;
    }

    private void await(Area area) throws InterruptedException {
        while (!next().contains(area)) {
            // Told in more than one go.
        }
    }

    /** Goes on once all is told that was done before: a file that is written now is told last. */
    private void quiet() throws IOException, InterruptedException {
        write(".gitignore", ".assay/\n# " + System.nanoTime() + "\n");
        await(Area.SETTINGS);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void delete(String path) throws IOException {
        Files.delete(root.resolve(path));
    }
}
