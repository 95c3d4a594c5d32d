package dev.assay.cli.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Commits that no git program would make, on the branch {@code other} and on the remote. */
final class HostileCommits {
    private HostileCommits() {}

    /** A commit with one more file, wherever that is. */
    static void entry(HostileWorld world, String path, String content) throws Exception {
        entry(world, path, content, FileMode.REGULAR_FILE);
    }

    static void entry(HostileWorld world, String path, String content, FileMode mode) throws Exception {
        commit(world, "Bring " + path.replaceAll("\\p{Cntrl}", "?"), path, content, mode);
    }

    /** A commit with a message that is not what it seems. */
    static void message(HostileWorld world, String message) throws Exception {
        commit(world, message, "prompts/plain.prompt", "Changed {{word}}\n", FileMode.REGULAR_FILE);
    }

    private static void commit(HostileWorld world, String message, String path, String content, FileMode mode)
            throws Exception {
        try (Repository repository = world.repository();
                ObjectInserter inserter = repository.newObjectInserter();
                var walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            ObjectId blob = mode.equals(FileMode.GITLINK)
                    ? head
                    : inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
            var builder = new CommitBuilder();
            builder.setTreeId(with(repository, inserter, walk.parseCommit(head).getTree(), path, blob, mode));
            builder.setParentId(head);
            var who = new PersonIdent("\u001b[31mMallory", "mallory@example.org");
            builder.setAuthor(who);
            builder.setCommitter(who);
            builder.setMessage(message);
            ObjectId commit = inserter.insert(builder);
            inserter.flush();
            move(repository, "refs/heads/other", commit);
            move(repository, "refs/remotes/origin/main", commit);
        }
        world.git("config", "branch.main.remote", "origin");
        world.git("config", "branch.main.merge", "refs/heads/main");
        world.git("push", "-q", "origin", "other:main");
    }

    private static void move(Repository repository, String ref, ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(commit);
        update.forceUpdate();
    }

    /** The tree with that file in place of what it had of the name; only the first part of other paths is kept. */
    private static ObjectId with(
            Repository repository,
            ObjectInserter inserter,
            @Nullable ObjectId tree,
            String path,
            ObjectId blob,
            FileMode mode)
            throws IOException {
        int slash = path.indexOf('/', path.startsWith("/") ? 1 : 0);
        String name = slash < 0 ? path : path.substring(0, slash);
        var formatter = new TreeFormatter();
        ObjectId below = null;
        if (tree != null) {
            try (var walk = new TreeWalk(repository)) {
                walk.addTree(tree);
                while (walk.next()) {
                    if (walk.getNameString().equals(name)) {
                        below = walk.getFileMode(0).equals(FileMode.TREE) ? walk.getObjectId(0) : null;
                    } else {
                        formatter.append(walk.getNameString(), walk.getFileMode(0), walk.getObjectId(0));
                    }
                }
            }
        }
        if (slash < 0) {
            formatter.append(name, mode, blob);
        } else {
            ObjectId child = with(repository, inserter, below, path.substring(slash + 1), blob, mode);
            formatter.append(name, FileMode.TREE, child);
        }
        return inserter.insert(formatter);
    }
}
