package dev.assay.ui.prompts;

import dev.assay.registry.PromptEntry;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.prompts.files.FilesMenu;
import dev.assay.ui.prompts.files.FilesViewModel;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Shows the tree of prompts with its search field. */
public final class RegistryController {
    private final PromptsViewModel viewModel;

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

    RegistryController(PromptsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        RegistryViewModel registry = viewModel.registry();
        search.textProperty().bindBidirectional(registry.filterProperty());
        FilesViewModel files = viewModel.files();
        Shown.text(problem, registry.problemProperty());
        Shown.text(fileProblem, files.problemProperty());
        Shown.text(fileNotice, files.noticeProperty());
        FilesMenu.install(tree, files, tree::chosen, this::create);
        registry.visible().addListener((ListChangeListener<PromptEntry>) change -> showTree());
        viewModel.entryProperty().subscribe(entry -> showTree());
        tree.onOpen(name -> {
            viewModel.document().open(name);
            showTree();
        });
    }

    private void showTree() {
        tree.show(viewModel.registry().visible(), viewModel.entryProperty().get());
    }

    @FXML
    private void refresh() {
        viewModel.refresh();
    }

    @FXML
    private void create() {
        NewPromptDialog.ask(tree.getScene().getWindow())
                .ifPresent(name -> viewModel
                        .registry()
                        .create(name, created -> viewModel.document().open(created)));
    }
}
