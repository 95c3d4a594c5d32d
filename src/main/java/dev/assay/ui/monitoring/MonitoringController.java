package dev.assay.ui.monitoring;

import dev.assay.history.metrics.GroupBy;
import dev.assay.ui.fx.Screen;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows what calls took, and looks again while it is in front. */
public final class MonitoringController implements Screen {
    private static final Duration LOOK_AGAIN = Duration.seconds(3);

    private final MonitoringViewModel viewModel;

    @FXML
    private VBox root;

    @FXML
    private HBox periods;

    @FXML
    private ComboBox<GroupBy> grouping;

    @FXML
    private Button focus;

    @FXML
    private Label problem;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private FlowPane tiles;

    @FXML
    private ChartPanes charts;

    @FXML
    private GroupTable table;

    /** The screen of one view-model. */
    public MonitoringController(MonitoringViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        offerPeriods();
        grouping.getItems().setAll(GroupBy.values());
        grouping.setConverter(new GroupingWords());
        grouping.valueProperty().bindBidirectional(viewModel.groupingProperty());
        focus.textProperty()
                .bind(viewModel.focusProperty().map(one -> one.name().isEmpty() ? "-" : one.name()));
        focus.visibleProperty().bind(viewModel.focusProperty().isNotNull());
        focus.managedProperty().bind(focus.visibleProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        table.onChoice(viewModel::lookInto);
        viewModel.boardProperty().subscribe(this::show);
        var again = new Timeline(new KeyFrame(LOOK_AGAIN, event -> viewModel.refresh()));
        again.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                again.stop();
            } else {
                again.play();
            }
        });
    }

    private void offerPeriods() {
        var group = new ToggleGroup();
        List<Period> all = List.of(Period.values());
        for (Period period : all) {
            var button = new ToggleButton(period.label());
            button.setToggleGroup(group);
            button.setId("period-" + period.name());
            button.getStyleClass()
                    .add(
                            period == all.getFirst()
                                    ? "left-pill"
                                    : period == all.getLast() ? "right-pill" : "center-pill");
            button.setOnAction(event -> viewModel.periodProperty().set(period));
            viewModel.periodProperty().subscribe(chosen -> button.setSelected(chosen == period));
            periods.getChildren().add(button);
        }
    }

    private void show(@Nullable Board board) {
        boolean some = board != null && !board.isEmpty();
        content.setVisible(some);
        empty.setVisible(board != null && !some);
        if (board != null && some) {
            tiles.getChildren().setAll(board.tiles().stream().map(TileCard::new).toList());
            charts.show(board);
            table.show(viewModel.groupingProperty().get(), board.groups());
        }
    }

    @FXML
    private void lookAtAll() {
        viewModel.lookAtAll();
    }

    @Override
    public void shown() {
        viewModel.refresh();
    }
}
