package dev.assay.ui.prompts.tree;

import dev.assay.registry.PromptEntry;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.deleted.DeletedDialog;
import dev.assay.ui.prompts.deleted.DeletedViewModel;
import dev.assay.ui.prompts.files.FilesMenu;
import dev.assay.ui.prompts.files.FilesViewModel;
import dev.assay.ui.prompts.search.Place;
import dev.assay.ui.prompts.search.SearchResults;
import dev.assay.ui.prompts.search.SearchViewModel;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Shows the tree of prompts with its search field. */
public final class RegistryController {
    private final RegistryViewModel registry;
    private final FilesViewModel files;
    private final SearchViewModel searching;
    private final EditorLink link;
    private final Tasks tasks;

    @FXML
    private TextField search;

    @FXML
    private SearchResults results;

    @FXML
    private PromptTree tree;

    @FXML
    private Label problem;

    @FXML
    private Label fileProblem;

    @FXML
    private Label fileNotice;

    /**
     * @param searching finds prompts
     * @param link to the editor
     */
    public RegistryController(
            RegistryViewModel registry, FilesViewModel files, SearchViewModel searching, EditorLink link, Tasks tasks) {
        this.registry = registry;
        this.files = files;
        this.searching = searching;
        this.link = link;
        this.tasks = tasks;
    }

    @FXML
    private void initialize() {
        Shown.text(problem, registry.problemProperty());
        Shown.text(fileProblem, files.problemProperty());
        Shown.text(fileNotice, files.noticeProperty());
        findPrompts();
        FilesMenu.install(
                tree, files, tree::chosen, tree::chosenFolder, () -> create(tree.chosenFolder()), this::restoreDeleted);
        registry.badProperty().subscribe(tree::mark);
        registry.entries().addListener((ListChangeListener<PromptEntry>) change -> showTree());
        link.shown().subscribe(entry -> showTree());
        tree.onOpen(name -> {
            link.open().accept(Place.of(name));
            showTree();
        });
    }

    private void restoreDeleted() {
        DeletedDialog.ask(tree.getScene().getWindow(), new DeletedViewModel(files::deleted, tasks))
                .ifPresent(files::restore);
    }

    private void findPrompts() {
        results.bind(searching, search, link.open(), this::showAll);
        Shown.bind(tree, searching.openProperty().not());
    }

    /** Takes the keys to the search field. */
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void showAll() {
        searching.textProperty().set("");
        tree.requestFocus();
    }

    private void showTree() {
        tree.show(registry.entries(), link.shown().getValue());
    }

    @FXML
    private void refresh() {
        link.refresh().run();
    }

    @FXML
    private void create() {
        create("");
    }

    private void create(String folder) {
        NewPromptDialog.ask(tree.getScene().getWindow(), folder)
                .ifPresent(name -> registry.create(name, created -> link.open().accept(Place.of(created))));
    }
}
