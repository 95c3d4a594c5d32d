package dev.assay.ui.prompts.history;

import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The commits of the open prompt, and which of them the user looks at. */
public final class HistoryViewModel {
    /** The first page is short so that it is there at once. */
    static final int FIRST = 50;

    private static final int GROWTH = 4;

    /**
     * A prompt as it was.
     *
     * @param revision the commit
     * @param text its content then
     */
    public record Past(PromptRevision revision, String text) {}

    private final PastPrompts past;
    private final LatestTask listing;
    private final LatestTask viewing;
    private final ObservableList<Revision> revisions = FXCollections.observableArrayList();
    private final ObservableList<Revision> chosen = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Past> viewed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private int limit = FIRST;
    private boolean complete;
    private @Nullable PromptRevision wanted;

    public HistoryViewModel(PastPrompts past, Tasks tasks) {
        this.past = past;
        listing = new LatestTask(tasks);
        viewing = new LatestTask(tasks);
    }

    /** Lists the commits of a prompt; also to look them up again. */
    public void show(String prompt) {
        if (!prompt.equals(name.get())) {
            chosen.clear();
            revisions.clear();
            viewed.set(null);
            limit = FIRST;
            wanted = null;
            name.set(prompt);
        }
        list();
    }

    /** Lists further commits; called when the last of those known comes into view. */
    void more() {
        if (!complete && revisions.size() >= limit) {
            limit *= GROWTH;
            list();
        }
    }

    private void list() {
        String prompt = name.get();
        int most = limit;
        listing.run(
                () -> past.revisions(prompt, most),
                found -> {
                    problem.set("");
                    complete = found.size() < most;
                    take(found);
                    reveal();
                },
                failure -> problem.set(failure.summary()));
    }

    /** What the user has chosen stays chosen where it is still there. */
    private void take(List<Revision> found) {
        if (revisions.equals(found)) {
            return;
        }
        List<Revision> kept = chosen.stream().filter(found::contains).toList();
        boolean grown = found.size() > revisions.size()
                && found.subList(0, revisions.size()).equals(revisions);
        if (grown) {
            revisions.addAll(found.subList(revisions.size(), found.size()));
        } else {
            revisions.setAll(found);
        }
        choose(kept);
    }

    /** Chooses a commit, and lists further ones until it is there. */
    public void reveal(PromptRevision commit) {
        wanted = commit;
        reveal();
    }

    private void reveal() {
        PromptRevision commit = wanted;
        if (commit == null) {
            return;
        }
        Optional<Revision> listed = revisions.stream()
                .filter(revision -> revision.commit().commitId().equals(commit.commitId()))
                .findFirst();
        if (listed.isPresent() || complete) {
            wanted = null;
            // One that the history of the prompt does not tell can be read at least.
            listed.ifPresentOrElse(found -> choose(List.of(found)), () -> view(Revision.of(commit, null)));
        } else {
            more();
        }
    }

    /** Chooses commits to compare; of more than two, the newest and the oldest. */
    public void choose(List<Revision> wanted) {
        List<Revision> ends = wanted.size() > 2 ? List.of(wanted.getFirst(), wanted.getLast()) : List.copyOf(wanted);
        if (!chosen.equals(ends)) {
            chosen.setAll(ends);
        }
    }

    /** Shows the whole text at a commit in place of the working copy. */
    void view(Revision revision) {
        String prompt = name.get();
        PromptRevision commit = revision.commit();
        viewing.run(
                () -> new Past(commit, past.text(prompt, commit.commitId())),
                text -> {
                    chosen.clear();
                    viewed.set(text);
                },
                failure -> problem.set(failure.summary()));
    }

    /** Goes back to the working copy. */
    public void closeView() {
        viewed.set(null);
    }

    /** The prompt's name; empty where none is open. */
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** The commits known so far, newest first. */
    public ObservableList<Revision> revisions() {
        return revisions;
    }

    /** None, one to compare with the working copy, or two to compare with each other, the newer first. */
    ObservableList<Revision> chosen() {
        return chosen;
    }

    /** The past text that is shown in place of the working copy, or null. */
    public ReadOnlyObjectProperty<@Nullable Past> viewedProperty() {
        return viewed.getReadOnlyProperty();
    }

    /** What went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
