package dev.assay.ui.prompts.outside;

import dev.assay.ui.editor.diff.DiffDialog;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.prompts.document.OutsideChange;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says over the editor that another program has changed or removed the file, and offers what can be done about it. */
public final class OutsideBar extends HBox {
    private final OutsideViewModel viewModel;
    private final Label text = new Label();
    private final Button compare = button("outsideCompare", "");
    private final Button merge = button("outsideMerge", Messages.get("outside.merge"));
    private final Button mine = button("outsideMine", Messages.get("outside.mine"));
    private final Button theirs = button("outsideTheirs", Messages.get("outside.theirs"));
    private final Button close = button("outsideClose", Messages.get("outside.close"));
    private final Button save = button("outsideSave", Messages.get("outside.save"));

    /** Takes no room while there is nothing to decide. */
    public OutsideBar(OutsideViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().addAll("past-line", "outside-line");
        text.setId("outsideText");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        compare.setGraphic(new FontIcon("fth-columns"));
        compare.setAccessibleText(Messages.get("outside.compare"));
        compare.getStyleClass().addAll("button-icon", "flat");
        act(compare, Messages.get("outside.compare"), this::compare);
        act(merge, Messages.get("outside.merge.tip"), this::merge);
        act(mine, Messages.get("outside.mine.tip"), viewModel::keepMine);
        act(theirs, Messages.get("outside.theirs.tip"), viewModel::takeTheirs);
        close.setOnAction(event -> viewModel.close());
        save.setOnAction(event -> viewModel.save());
        merge.getStyleClass().add("accent");
        save.getStyleClass().add("accent");
        viewModel.changeProperty().subscribe(this::show);
    }

    private void show(@Nullable OutsideChange change) {
        Shown.set(this, change != null);
        if (change == null) {
            return;
        }
        text.setText(
                switch (change) {
                    case OutsideChange.Deleted gone -> Messages.get("outside.deleted");
                    case OutsideChange.Rewritten now ->
                        now.refused() ? Messages.get("outside.refused") : Messages.get("outside.changed");
                });
        List<Button> offered =
                change instanceof OutsideChange.Deleted ? List.of(close, save) : List.of(compare, theirs, mine, merge);
        getChildren().setAll(new FontIcon("fth-alert-triangle"), text);
        getChildren().addAll(offered);
    }

    private void compare() {
        viewModel
                .compare()
                .ifPresent(
                        diff -> DiffDialog.show(getScene().getWindow(), Messages.get("outside.compare.title"), diff));
    }

    private void merge() {
        viewModel.merge(conflicting -> MergeDialog.ask(getScene().getWindow(), conflicting.text())
                .ifPresent(decided -> viewModel.settle(conflicting, decided)));
    }

    private static void act(Button button, String tip, Runnable action) {
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(event -> action.run());
    }

    private static Button button(String id, String label) {
        var button = new Button(label);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
