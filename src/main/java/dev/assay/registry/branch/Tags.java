package dev.assay.registry.branch;

import dev.assay.llm.InputException;
import dev.assay.registry.conflict.GitWork;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.RefNames;
import dev.assay.registry.signing.Signing;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The tags of a repository. */
public final class Tags {
    private final Repository repository;

    public Tags(GitWorkspace workspace) {
        repository = workspace.repository();
    }

    /** All tags, newest first. */
    public List<Tag> list() {
        return GitWork.run(repository, "list the tags", () -> {
            var tags = new ArrayList<Tag>();
            try (var walk = new RevWalk(repository)) {
                for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                    tags.add(tag(ref, walk));
                }
            }
            tags.sort(Comparator.comparing(Tag::time).reversed().thenComparing(Tag::name));
            return tags;
        });
    }

    private static Tag tag(Ref ref, RevWalk walk) throws IOException {
        String name = ref.getName().substring(Constants.R_TAGS.length());
        RevObject object = walk.parseAny(ref.getObjectId());
        RevObject target = walk.peel(object);
        Instant committed =
                target instanceof RevCommit commit ? Instant.ofEpochSecond(commit.getCommitTime()) : Instant.EPOCH;
        if (object instanceof RevTag annotated) {
            Instant made = annotated.getTaggerIdent() == null
                    ? committed
                    : annotated.getTaggerIdent().getWhenAsInstant();
            return new Tag(name, annotated.getShortMessage(), target.name(), made);
        }
        return new Tag(name, "", target.name(), committed);
    }

    /**
     * Makes a tag, signed where git is configured so.
     *
     * @param message why; blank for a lightweight tag, which has none
     * @param revision what it names; null for the current commit
     */
    public void create(String name, String message, @Nullable String revision) {
        RefNames.requireValid(name);
        GitWork.run(repository, "make the tag " + name, () -> {
            if (repository.exactRef(Constants.R_TAGS + name) != null) {
                throw new InputException("There is a tag '" + name + "' already: tags stay where they are;"
                        + " choose another name, or delete it first");
            }
            ObjectId id = repository.resolve((revision == null ? Constants.HEAD : revision) + "^{commit}");
            if (id == null) {
                throw revision == null
                        ? new InputException("Nothing is committed yet: commit first, then tag")
                        : RefNames.unknown(repository, revision);
            }
            try (var git = new Git(repository);
                    var walk = new RevWalk(repository)) {
                var command = git.tag()
                        .setName(name)
                        .setObjectId(walk.parseCommit(id))
                        .setAnnotated(!message.isBlank());
                if (!message.isBlank()) {
                    command.setMessage(message.strip()).setTagger(GitWork.committer(repository));
                    Signing.apply(repository, command);
                }
                return command.call();
            }
        });
    }

    /** Deletes a tag here; where it was pushed it stays on the remote. */
    public void delete(String name) {
        GitWork.run(repository, "delete the tag " + name, () -> {
            if (repository.exactRef(Constants.R_TAGS + name) == null) {
                throw new InputException("There is no tag '" + name + "'");
            }
            try (var git = new Git(repository)) {
                return git.tagDelete().setTags(name).call();
            }
        });
    }
}
