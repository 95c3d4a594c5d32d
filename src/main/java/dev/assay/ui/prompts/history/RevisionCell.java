package dev.assay.ui.prompts.history;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.RelativeTime;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A commit: its subject, how well it did, and who made it when. */
final class RevisionCell extends ListCell<Revision> {
    private static final double GAP = 4;

    private final InstantSource clock;
    private final Label subject = new Label();
    private final Label id = new Label();
    private final Label rest = new Label();
    private final FlowPane chips = new FlowPane(GAP, GAP);
    private final Label renamed = new Label();
    private final VBox lines = new VBox();
    private final HBox meta = new HBox(2 * GAP, id, rest);

    /** @param actions what can be done with a commit */
    RevisionCell(InstantSource clock, List<Action> actions) {
        this.clock = clock;
        lines.getStyleClass().add("revision");
        subject.getStyleClass().add("revision-subject");
        id.getStyleClass().addAll("revision-id", "monospace");
        id.setMinWidth(USE_PREF_SIZE);
        rest.getStyleClass().add("soft");
        renamed.getStyleClass().add("soft");
        renamed.setGraphic(new FontIcon("fth-corner-up-right"));
        setPrefWidth(0);
        setContextMenu(new ContextMenu(
                actions.stream().map(action -> action.item(this::getItem)).toArray(MenuItem[]::new)));
    }

    /** Something to do with a commit. */
    record Action(String text, Consumer<Revision> work) {
        MenuItem item(Supplier<@Nullable Revision> revision) {
            var item = new MenuItem(text);
            item.setOnAction(event -> {
                Revision now = revision.get();
                if (now != null) {
                    work.accept(now);
                }
            });
            return item;
        }
    }

    @Override
    protected void updateItem(Revision item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        var commit = item.commit();
        subject.setText(commit.subject());
        id.setText(commit.shortId());
        rest.setText(commit.author() + " \u00b7 " + RelativeTime.of(commit.time(), clock.instant()));
        lines.getChildren().setAll(subject);
        Evidence evidence = item.evidence();
        if (evidence != null) {
            chips.getChildren().setAll(EvidenceChips.of(evidence));
            lines.getChildren().add(chips);
        }
        String before = item.renamedFrom();
        if (before != null) {
            renamed.setText(Messages.get("history.renamed", before));
            lines.getChildren().add(renamed);
        }
        lines.getChildren().add(meta);
        setTooltip(new Tooltip(Messages.get(
                "history.tip",
                Trailers.without(commit.message()),
                commit.author(),
                commit.email(),
                RelativeTime.exact(commit.time()))));
        setGraphic(lines);
    }
}
