package dev.assay.ui.prompts;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The commits of the open prompt, and what has changed since one of them. */
final class LogViewModel {
    /**
     * A prompt as it was.
     *
     * @param revision the commit
     * @param text its content then
     */
    record Past(PromptRevision revision, String text) {}

    private final PromptRegistry registry;
    private final LatestTask listing;
    private final LatestTask comparing;
    private final LatestTask viewing;
    private final ObservableList<PromptRevision> revisions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PromptRevision> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper diff = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Past> viewed = new ReadOnlyObjectWrapper<>();
    private String name = "";

    LogViewModel(PromptRegistry registry, Tasks tasks) {
        this.registry = registry;
        listing = new LatestTask(tasks);
        comparing = new LatestTask(tasks);
        viewing = new LatestTask(tasks);
        chosen.subscribe(this::compare);
    }

    /** Lists the commits of a prompt; also to look them up again. */
    void show(String prompt) {
        if (!prompt.equals(name)) {
            name = prompt;
            chosen.set(null);
            revisions.clear();
            viewed.set(null);
        }
        listing.run(
                () -> registry.log(prompt),
                found -> {
                    problem.set("");
                    if (!revisions.equals(found)) {
                        revisions.setAll(found);
                    }
                    compare(chosen.get());
                },
                failure -> problem.set(failure.summary()));
    }

    private void compare(@Nullable PromptRevision from) {
        if (from == null) {
            diff.set("");
            return;
        }
        String prompt = name;
        comparing.run(
                () -> registry.diff(prompt, from.commitId(), null),
                diff::set,
                failure -> problem.set(failure.summary()));
    }

    /** Shows the whole text at the chosen commit. */
    void view() {
        PromptRevision revision = chosen.get();
        if (revision != null) {
            var ref = new PromptRef(name, revision.commitId());
            viewing.run(
                    () -> new Past(
                            revision, FileText.forEditor(registry.load(ref).text())),
                    viewed::set,
                    failure -> problem.set(failure.summary()));
        }
    }

    /** Goes back to the working copy. */
    void closeView() {
        viewed.set(null);
    }

    /** The commits, newest first. */
    ObservableList<PromptRevision> revisions() {
        return revisions;
    }

    /** The commit to compare with, or null; writable. */
    ObjectProperty<@Nullable PromptRevision> chosenProperty() {
        return chosen;
    }

    /** What has changed from the chosen commit to the saved working copy; empty where nothing has. */
    ReadOnlyStringProperty diffProperty() {
        return diff.getReadOnlyProperty();
    }

    /** The past text that is shown in place of the working copy, or null. */
    ReadOnlyObjectProperty<@Nullable Past> viewedProperty() {
        return viewed.getReadOnlyProperty();
    }

    /** What went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
