package dev.assay.ui.settings;

import dev.assay.registry.watch.Area;
import dev.assay.settings.ProviderSettings;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.settings.SettingsViewModel.State;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Shows the list of providers, and beside it the one that is chosen. */
public final class SettingsController implements Screen {
    private final SettingsViewModel viewModel;
    private boolean filling;

    @FXML
    private AddMenu add;

    @FXML
    private FilesMenu files;

    @FXML
    private Label notice;

    @FXML
    private Label problem;

    @FXML
    private Node broken;

    @FXML
    private Node empty;

    @FXML
    private Node content;

    @FXML
    private ListView<ProviderSettings> list;

    @FXML
    private ToggleGroup panes;

    @FXML
    private ToggleButton connectionsPane;

    @FXML
    private Node providersRoom;

    @FXML
    private Node connections;

    @FXML
    private ConnectionsController connectionsController;

    /** The screen of one view-model. */
    public SettingsController(SettingsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        add.open(viewModel);
        files.open(viewModel);
        Shown.text(notice, viewModel.noticeProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        broken.visibleProperty().bind(viewModel.stateProperty().isEqualTo(State.BROKEN));
        empty.visibleProperty().bind(viewModel.stateProperty().isEqualTo(State.EMPTY));
        content.visibleProperty().bind(viewModel.stateProperty().isEqualTo(State.LOADED));
        add.disableProperty()
                .bind(Bindings.or(
                        broken.visibleProperty(), viewModel.stateProperty().isEqualTo(State.LOADING)));
        providersRoom.visibleProperty().bind(connectionsPane.selectedProperty().not());
        connections.visibleProperty().bind(connectionsPane.selectedProperty());
        panes.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        connections.visibleProperty().subscribe(this::look);
        connections.sceneProperty().subscribe(this::look);
        list.setItems(viewModel.providers());
        list.setCellFactory(view -> new ProviderCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null && !filling) {
                viewModel.selectedProperty().set(chosen.name());
            }
        });
        viewModel.providers().subscribe(this::select);
        viewModel.selectedProperty().subscribe(name -> select());
    }

    private void look() {
        connectionsController.look(connections.isVisible() && connections.getScene() != null);
    }

    private void select() {
        filling = true;
        viewModel.providers().stream()
                .filter(one -> one.name().equals(viewModel.selectedProperty().get()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        filling = false;
    }

    @FXML
    private void editFile() {
        files.editProviders(viewModel);
    }

    @Override
    public void shown() {
        viewModel.load();
    }

    @Override
    public void changed(Set<Area> areas) {
        if (areas.contains(Area.SETTINGS)) {
            viewModel.load();
        }
    }

    @Override
    public void stop() {
        viewModel.provider().stop();
    }
}
