package dev.assay.ui.prompts.compact;

import dev.assay.ui.editor.diff.DiffPane;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.prompts.document.Parsed;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What can be made shorter, with a box for each part of it, beside the prompt as it would be. */
public final class CompactDialog {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;

    /** The share of the list. */
    private static final double LIST = 0.32;

    private static final double LEAST_LIST = 300;

    private final CompactViewModel viewModel;
    private final VBox list = new VBox();

    private CompactDialog(CompactViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /**
     * Opens by a button, while the open prompt can be read.
     *
     * @param viewModels makes a view-model of the open prompt; empty while none is open
     */
    public static void opensBy(
            Button button, Supplier<Optional<CompactViewModel>> viewModels, ObservableValue<@Nullable Parsed> parsed) {
        button.disableProperty().bind(parsed.map(now -> now.broken()).orElse(true));
        button.setOnAction(event -> viewModels
                .get()
                .ifPresent(viewModel ->
                        new CompactDialog(viewModel).show(button.getScene().getWindow())));
    }

    private void show(Window owner) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("compact.title", viewModel.name()));
        dialog.setResizable(true);
        var apply = new ButtonType(Messages.get("compact.apply"), ButtonData.OK_DONE);
        var compare = new ButtonType(Messages.get("compact.compare"), ButtonData.OTHER);
        var pane = dialog.getDialogPane();
        SplitPane split = split();
        pane.setContent(content(split));
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStylesheets()
                .add(Objects.requireNonNull(CompactDialog.class.getResource("compact.css"))
                        .toExternalForm());
        pane.getStyleClass().add("compact-dialog");
        pane.getButtonTypes().setAll(apply, compare, ButtonType.CANCEL);
        Dialogs.fit(dialog, owner, WIDTH, HEIGHT);
        Dialogs.escapes(dialog);
        act((Button) pane.lookupButton(apply), "compactApply", viewModel::apply);
        Button comparing = (Button) pane.lookupButton(compare);
        comparing.setTooltip(new Tooltip(Messages.get("compact.compare.tip")));
        act(comparing, "compactCompare", viewModel::compare);
        viewModel.doneProperty().subscribe(done -> {
            if (done) {
                dialog.close();
            }
        });
        dialog.setOnHidden(event -> viewModel.stop());
        dialog.setOnShown(event -> split.setDividerPositions(LIST));
        dialog.show();
    }

    /** It stays open until that has been done, so that what went wrong is seen. */
    private void act(Button button, String id, Runnable action) {
        button.setId(id);
        button.disableProperty().bind(viewModel.someProperty().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
    }

    private SplitPane split() {
        list.getStyleClass().add("compact-list");
        viewModel.rows().subscribe(this::showRows);
        var none = new Label(Messages.get("compact.none"));
        none.setWrapText(true);
        none.getStyleClass().add("compact-none");
        Shown.bind(none, viewModel.noneProperty());
        var scroll = new ScrollPane(new VBox(asking(), none, list));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(LEAST_LIST);
        var diff = new DiffPane();
        diff.show(viewModel.diff());
        var split = new SplitPane(scroll, diff);
        SplitPane.setResizableWithParent(scroll, false);
        return split;
    }

    private VBox asking() {
        var models = new ComboBox<>(FXCollections.observableArrayList(viewModel.offered()));
        models.setId("compactModel");
        models.setValue(viewModel.proposed());
        models.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(models, Priority.ALWAYS);
        var ask = new Button(Messages.get("compact.rewrite"));
        ask.setId("compactRewrite");
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.disableProperty()
                .bind(viewModel.askedProperty().or(models.valueProperty().isNull()));
        ask.setOnAction(event -> viewModel.rewrite(models.getValue()));
        var label = new Label(Messages.get("compact.rewrite.text"));
        label.setWrapText(true);
        var wait = new ProgressBar();
        wait.setMaxWidth(Double.MAX_VALUE);
        Shown.bind(wait, viewModel.askedProperty());
        var line = new HBox(models, ask);
        line.getStyleClass().add("compact-ask-line");
        var whole = new VBox(label, line, wait);
        whole.getStyleClass().add("compact-ask");
        return whole;
    }

    private BorderPane content(SplitPane split) {
        var savings = new Label();
        savings.getStyleClass().add("compact-savings");
        savings.setId("compactSavings");
        savings.setWrapText(true);
        Shown.text(savings, viewModel.savingsProperty());
        var money = new Label();
        money.setId("compactMoney");
        Shown.text(money, viewModel.moneyProperty());
        var unchecked = new Label(Messages.get("compact.unchecked"));
        unchecked.getStyleClass().add("soft");
        Shown.bind(unchecked, viewModel.someProperty());
        var problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("problem-line");
        Shown.text(problem, viewModel.problemProperty());
        var foot = new VBox(savings, money, unchecked, problem);
        foot.getStyleClass().add("compact-foot");
        var content = new BorderPane(split);
        content.setBottom(foot);
        return content;
    }

    private void showRows() {
        list.getChildren()
                .setAll(viewModel.rows().stream().map(CompactDialog::row).toList());
    }

    private static Node row(CompactRow row) {
        var box = new CheckBox(row.title());
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(row.taken());
        var removed = new Label(row.removed());
        removed.setWrapText(true);
        removed.getStyleClass().add("compact-removed");
        Shown.set(removed, !row.removed().isEmpty());
        var whole = new VBox(box, removed);
        whole.getStyleClass().add("compact-row");
        return whole;
    }
}
