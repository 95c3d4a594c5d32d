package dev.assay.registry.commit;

import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.WorkTreeStatus;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.signing.Signing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits chosen files and leaves everything else as it is, staged or not. */
public final class PromptCommitter {
    private static final Logger LOG = LoggerFactory.getLogger(PromptCommitter.class);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int POLLS = 100;
    private static final Duration POLL = Duration.ofMillis(20);

    private final Repository repository;
    private final WorkspacePaths paths;
    private final WorkTreeStatus status;
    private final InstantSource clock;

    public PromptCommitter(GitWorkspace workspace, InstantSource clock) {
        this.repository = workspace.repository();
        this.paths = workspace.paths();
        this.status = new WorkTreeStatus(workspace);
        this.clock = clock;
    }

    /**
     * Commits the files as they lie on disk.
     *
     * @param files paths under the workspace
     * @throws InputException where nothing changed, the message is blank or a hook refuses
     */
    public RevCommit commit(List<String> files, String message, Author author) {
        if (message.isBlank()) {
            throw new InputException("A commit needs a message: say what changed and why");
        }
        if (files.isEmpty()) {
            throw new InputException("Nothing to commit: name at least one file");
        }
        requireNothingUnderWay();
        awaitIndex();
        List<String> wanted = files.stream().map(paths::ofFile).toList();
        Status now = status.of(wanted);
        Set<String> changed = changed(now);
        wanted.forEach(file -> requireKnown(file, now, changed));
        if (changed.isEmpty()) {
            throw new InputException("Nothing to commit: " + String.join(", ", wanted) + " "
                    + (wanted.size() == 1 ? "is" : "are") + " as in the last commit");
        }
        return commit(changed, now, message, author);
    }

    private RevCommit commit(Set<String> changed, Status now, String message, Author author) {
        var hookOutput = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (var git = new Git(repository)) {
            // Git commits a new file only once it is in the index.
            if (!now.getUntracked().isEmpty()) {
                var add = git.add();
                now.getUntracked().forEach(add::addFilepattern);
                add.call();
            }
            var who = new PersonIdent(author.name(), author.email());
            var command = git.commit()
                    .setMessage(message)
                    .setAuthor(who)
                    .setCommitter(who)
                    .setHookOutputStream(hookOutput)
                    .setHookErrorStream(hookOutput);
            changed.forEach(command::setOnly);
            Signing.apply(repository, command);
            return command.call();
        } catch (GitAPIException | JGitInternalException e) {
            throw GitFailures.ofCommit(e, repository.getDirectory().toPath(), clock.instant());
        }
    }

    /** Other programs lock the index for a moment whenever they look at it; only a lock that stays is a problem. */
    void awaitIndex() {
        Path lock = repository.getDirectory().toPath().resolve("index.lock");
        try {
            // Counted, since the clock of a disk in the network may be ahead.
            for (int i = 0; i < POLLS && Files.exists(lock) && isFresh(lock); i++) {
                Thread.sleep(POLL);
            }
        } catch (IOException e) {
            LOG.debug("The lock {} has just gone", lock, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while waiting for " + lock);
        }
    }

    private boolean isFresh(Path lock) throws IOException {
        return Files.getLastModifiedTime(lock)
                .toInstant()
                .isAfter(clock.instant().minus(MOMENT));
    }

    void requireNothingUnderWay() {
        RepositoryState state = repository.getRepositoryState();
        if (!state.equals(RepositoryState.SAFE)) {
            throw new InputException("The repository is in the middle of something (" + state.getDescription()
                    + "): finish or abort it with git, then commit");
        }
    }

    private void requireKnown(String file, Status now, Set<String> changed) {
        String path = paths.inRepository(file);
        if (covers(now.getConflicting(), path)) {
            throw new InputException(file + " is in conflict: resolve it first");
        }
        if (!covers(changed, path) && WorkTreeStatus.isIgnored(now, path)) {
            throw new InputException(file + " is ignored by .gitignore, so git does not keep it");
        }
        if (!covers(changed, path) && !Files.exists(paths.root().resolve(file))) {
            throw new InputException(
                    "There is no file " + file + " in " + paths.root() + ", nor was there in the last commit");
        }
    }

    private static boolean covers(Set<String> paths, String fileOrFolder) {
        return paths.stream().anyMatch(path -> path.equals(fileOrFolder) || path.startsWith(fileOrFolder + "/"));
    }

    /** Everything that a commit of these files would change, from the top of the repository. */
    private static Set<String> changed(Status now) {
        var changed = new TreeSet<String>();
        changed.addAll(now.getAdded());
        changed.removeAll(now.getMissing());
        changed.addAll(now.getChanged());
        changed.addAll(now.getModified());
        changed.addAll(now.getRemoved());
        changed.addAll(now.getUntracked());
        now.getMissing().stream().filter(path -> !now.getAdded().contains(path)).forEach(changed::add);
        return changed;
    }
}
