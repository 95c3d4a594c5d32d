package dev.assay.registry.commit;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.Author;
import dev.assay.registry.signing.Signing;
import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.CommitConfig;
import org.eclipse.jgit.lib.CommitConfig.CleanupMode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Makes a commit of an index: asks the hooks, signs where git is configured so, and moves the branch. */
final class CommitWriter {
    private final Repository repository;
    private final Hooks hooks;

    CommitWriter(Repository repository) {
        this.repository = repository;
        hooks = new Hooks(repository);
    }

    /**
     * Makes the commit. Nothing has happened where it throws.
     *
     * @param head the last commit, or null before the first
     * @throws InputException where a hook refuses, or the index is as the last commit
     */
    RevCommit write(CommitIndex index, @Nullable RevCommit head, String message, Author author)
            throws IOException, GitAPIException {
        hooks.ask("pre-commit", index.file());
        String why = message(index, message);
        try (ObjectInserter inserter = repository.newObjectInserter();
                var walk = new RevWalk(repository)) {
            ObjectId tree = index.read().writeTree(inserter);
            if (head != null && tree.equals(head.getTree())) {
                throw new InputException("Nothing to commit: what was chosen is as in the last commit");
            }
            var commit = new CommitBuilder();
            commit.setTreeId(tree);
            if (head != null) {
                commit.setParentId(head);
            }
            var who = new PersonIdent(author.name(), author.email());
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(why);
            Signing.apply(repository, commit, who);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RevCommit made = walk.parseCommit(id);
            moveBranch(head, made);
            return made;
        }
    }

    /** Tells the hooks that a commit was made. */
    void tellHooks() {
        hooks.tell("post-commit");
    }

    private String message(CommitIndex index, String message) throws IOException {
        repository.writeCommitEditMsg(clean(message) + "\n");
        var file = new File(repository.getDirectory(), Constants.COMMIT_EDITMSG);
        hooks.ask("prepare-commit-msg", index.file(), file.getAbsolutePath(), "message");
        hooks.ask("commit-msg", index.file(), file.getAbsolutePath());
        String edited = repository.readCommitEditMsg();
        String why = clean(edited == null ? message : edited);
        if (why.isBlank()) {
            throw new InputException("A hook of this repository has left nothing of the commit message");
        }
        return why;
    }

    private String clean(String message) {
        CommitConfig config = repository.getConfig().get(CommitConfig.KEY);
        return CommitConfig.cleanText(message, config.resolve(CleanupMode.DEFAULT, false), config.getCommentChar());
    }

    private void moveBranch(@Nullable RevCommit head, RevCommit commit) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setNewObjectId(commit);
        update.setExpectedOldObjectId(head == null ? ObjectId.zeroId() : head);
        String what = head == null ? "commit (initial): " : "commit: ";
        update.setRefLogMessage(what + commit.getShortMessage(), false);
        RefUpdate.Result result = update.forceUpdate();
        switch (result) {
            case NEW, FORCED, FAST_FORWARD -> {}
            case LOCK_FAILURE ->
                throw new StorageException("Another program has committed at the same moment: nothing was committed"
                        + " here; look at its commit, then try again");
            default ->
                throw new StorageException("Git could not move the branch of " + repository.getDirectory() + " ("
                        + result + "): nothing was committed");
        }
    }
}
