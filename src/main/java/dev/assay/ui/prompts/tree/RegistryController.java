package dev.assay.ui.prompts.tree;

import dev.assay.registry.PromptEntry;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.prompts.files.FilesMenu;
import dev.assay.ui.prompts.files.FilesViewModel;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Shows the tree of prompts with its search field. */
public final class RegistryController {
    private final RegistryViewModel registry;
    private final FilesViewModel files;
    private final ObservableValue<@Nullable PromptEntry> open;
    private final Consumer<String> opener;
    private final Runnable refresher;

    @FXML
    private TextField search;

    @FXML
    private PromptTree tree;

    @FXML
    private Label problem;

    @FXML
    private Label fileProblem;

    @FXML
    private Label fileNotice;

    /**
     * @param open the prompt in the editor, or null
     * @param opener opens a prompt by name
     * @param refresher looks up again what may have changed on disk
     */
    public RegistryController(
            RegistryViewModel registry,
            FilesViewModel files,
            ObservableValue<@Nullable PromptEntry> open,
            Consumer<String> opener,
            Runnable refresher) {
        this.registry = registry;
        this.files = files;
        this.open = open;
        this.opener = opener;
        this.refresher = refresher;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(registry.filterProperty());
        Shown.text(problem, registry.problemProperty());
        Shown.text(fileProblem, files.problemProperty());
        Shown.text(fileNotice, files.noticeProperty());
        FilesMenu.install(tree, files, tree::chosen, this::create);
        registry.visible().addListener((ListChangeListener<PromptEntry>) change -> showTree());
        open.subscribe(entry -> showTree());
        tree.onOpen(name -> {
            opener.accept(name);
            showTree();
        });
    }

    private void showTree() {
        tree.show(registry.visible(), open.getValue());
    }

    @FXML
    private void refresh() {
        refresher.run();
    }

    @FXML
    private void create() {
        NewPromptDialog.ask(tree.getScene().getWindow()).ifPresent(name -> registry.create(name, opener));
    }
}
