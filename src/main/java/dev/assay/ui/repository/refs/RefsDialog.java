package dev.assay.ui.repository.refs;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;

/** Shows branches, tags and stashes with what can be done with them, and what the chosen one differs in. */
public final class RefsDialog {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 760;
    private static final double LISTS = 380;

    private final RefsViewModel viewModel;
    private final TabPane tabs = new TabPane();

    private RefsDialog(RefsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /**
     * Opens it.
     *
     * @param changing changes whenever the repository may have changed
     */
    public static void show(Window owner, RefsViewModel viewModel, ObservableValue<?> changing) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("refs.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(new RefsDialog(viewModel).content());
        dialog.getDialogPane().getStyleClass().add("refs-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        Dialogs.escapes(dialog);
        Dialogs.fit(dialog, owner, WIDTH, HEIGHT);
        Subscription following = changing.subscribe(viewModel::refresh);
        dialog.setOnHidden(event -> following.unsubscribe());
        viewModel.refresh();
        dialog.show();
    }

    private SplitPane content() {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().setAll(branches(), tags(), stashes());
        VBox.setVgrow(tabs, Priority.ALWAYS);
        var problem = new Label();
        problem.getStyleClass().add("problem-line");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setMaxWidth(Double.MAX_VALUE);
        Shown.text(problem, viewModel.problemProperty());
        var lists = new VBox(tabs, problem);
        lists.setMinWidth(LISTS);
        lists.setPrefWidth(LISTS);
        SplitPane.setResizableWithParent(lists, false);
        var split = new SplitPane(lists, new ChangesPane(viewModel.changes()));
        split.getStyleClass().add("refs");
        split.getStylesheets()
                .add(Objects.requireNonNull(RefsDialog.class.getResource("refs.css"))
                        .toExternalForm());
        return split;
    }

    private Window window() {
        return tabs.getScene().getWindow();
    }

    private Tab branches() {
        ListView<RefRow> list = list(viewModel.branches(), "refs.branches.none", "branchList");
        return tab(
                "refs.branches",
                list,
                button(
                        list,
                        "refs.switch",
                        row -> !row.badge().equals(Messages.get("refs.current")),
                        viewModel::switchTo),
                button(list, "refs.branch.here", row -> true, this::branchAt),
                button(
                        list,
                        "refs.rename",
                        RefRow::isOwn,
                        row -> RefQuestions.rename(window(), row.name())
                                .ifPresent(name -> viewModel.rename(row, name))),
                button(list, "refs.delete", RefRow::isOwn, this::delete));
    }

    private void branchAt(RefRow row) {
        RefQuestions.branchAt(window(), row.name()).ifPresent(name -> viewModel.branchAt(row, name));
    }

    private void delete(RefRow row) {
        viewModel.lost(row, lost -> {
            if (RefQuestions.delete(window(), row.name(), lost)) {
                viewModel.delete(row);
            }
        });
    }

    private Tab tags() {
        ListView<RefRow> list = list(viewModel.tags(), "refs.tags.none", "tagList");
        return tab(
                "refs.tags",
                list,
                always(
                        "refs.tag.new",
                        () -> RefQuestions.tag(window()).ifPresent(made -> viewModel.tag(made.name(), made.message()))),
                button(list, "refs.branch.here", row -> true, this::branchAt),
                button(list, "refs.delete", row -> true, row -> {
                    if (RefQuestions.deleteTag(window(), row.name())) {
                        viewModel.deleteTag(row);
                    }
                }));
    }

    private Tab stashes() {
        ListView<RefRow> list = list(viewModel.stashes(), "refs.stashes.none", "stashList");
        return tab(
                "refs.stashes",
                list,
                always("refs.stash.new", () -> RefQuestions.stash(window()).ifPresent(viewModel::stash)),
                button(list, "refs.apply", row -> true, viewModel::apply),
                button(list, "refs.drop", row -> true, row -> {
                    if (RefQuestions.drop(window(), row.name())) {
                        viewModel.drop(row);
                    }
                }));
    }

    private ListView<RefRow> list(ObservableList<RefRow> rows, String empty, String id) {
        var list = new ListView<>(rows);
        list.setId(id);
        list.setCellFactory(view -> new RefCell());
        var placeholder = new Label(Messages.get(empty));
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Tab tab(String title, ListView<RefRow> list, Button... buttons) {
        var bar = new FlowPane(buttons);
        bar.getStyleClass().add("ref-buttons");
        bar.disableProperty().bind(viewModel.busyProperty());
        var tab = new Tab(Messages.get(title), new VBox(list, bar));
        var selected = list.getSelectionModel().selectedItemProperty();
        Runnable look = () -> {
            if (tab.isSelected()) {
                viewModel.selectedProperty().set(selected.get());
            }
        };
        selected.subscribe(look);
        tab.selectedProperty().subscribe(look);
        keepSelection(list);
        return tab;
    }

    /** A list that was read anew still has the same one selected. */
    private static void keepSelection(ListView<RefRow> list) {
        var name = new AtomicReference<>("");
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                name.set(row.name());
            }
        });
        list.getItems().addListener((ListChangeListener<RefRow>) change -> list.getItems().stream()
                .filter(row -> row.name().equals(name.get()))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection));
    }

    private static Button always(String key, Runnable action) {
        var button = new Button(Messages.get(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button button(ListView<RefRow> list, String key, Predicate<RefRow> fits, Consumer<RefRow> action) {
        Button button = always(key, () -> action.accept(list.getSelectionModel().getSelectedItem()));
        button.setId(list.getId() + key.substring(key.lastIndexOf('.')).replace('.', '-'));
        var selected = list.getSelectionModel().selectedItemProperty();
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null || !fits.test(selected.get()), selected));
        return button;
    }
}
