package dev.assay.ui.repository.refs;

import dev.assay.registry.branch.Branch;
import dev.assay.registry.branch.Stash;
import dev.assay.registry.branch.Tag;
import dev.assay.ui.fx.Messages;
import java.time.Instant;

/**
 * A branch, a tag or a stash in its list.
 *
 * @param name what git calls it, as the user knows it
 * @param detail its last commit, or why it is there
 * @param time of that
 * @param from the older side of what it shows
 * @param to the newer side
 * @param shows what the difference between both is, in words
 * @param badge what is special about it; may be empty
 * @param isOwn whether it can be renamed, deleted or dropped
 */
record RefRow(
        String name, String detail, Instant time, String from, String to, String shows, String badge, boolean isOwn) {
    private static final String HEAD = "HEAD";

    static RefRow of(Branch branch) {
        String badge = branch.isCurrent()
                ? Messages.get("refs.current")
                : branch.isRemote() ? Messages.get("refs.remote") : "";
        return new RefRow(
                branch.name(),
                branch.last().subject(),
                branch.last().time(),
                HEAD,
                branch.last().id(),
                Messages.get("refs.branch.shows", branch.name()),
                badge,
                !branch.isRemote() && !branch.isCurrent());
    }

    static RefRow of(Tag tag) {
        return new RefRow(
                tag.name(),
                tag.isAnnotated() ? tag.message() : tag.commitId().substring(0, 7),
                tag.time(),
                tag.commitId(),
                HEAD,
                Messages.get("refs.tag.shows", tag.name()),
                "",
                true);
    }

    static RefRow of(Stash stash) {
        return new RefRow(
                stash.name(),
                stash.message(),
                stash.time(),
                stash.name() + "^1",
                stash.name(),
                Messages.get("refs.stash.shows", stash.name()),
                "",
                true);
    }

    /** Its place among the stashes. */
    int stash() {
        return Integer.parseInt(name.substring(name.indexOf('{') + 1, name.indexOf('}')));
    }
}
