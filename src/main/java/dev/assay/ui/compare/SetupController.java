package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Shows what is to be run: a card a variant, and the settings below them. */
public final class SetupController {
    private final SetupViewModel setup;
    private final IntConsumer runColumn;

    @FXML
    private HBox cards;

    @FXML
    private Button addVariant;

    @FXML
    private ComboBox<String> dataset;

    @FXML
    private ComboBox<String> cluster;

    @FXML
    private ComboBox<ModelChoice> judge;

    @FXML
    private MetricMenu metrics;

    @FXML
    private CheckBox cache;

    @FXML
    private CheckBox similar;

    @FXML
    private Tooltip similarTip;

    @FXML
    private TextField budget;

    @FXML
    private CheckBox settled;

    @FXML
    private CheckBox batch;

    @FXML
    private Spinner<Integer> repeats;

    @FXML
    private Spinner<Integer> concurrency;

    /**
     * The set-up of one view-model.
     *
     * @param runColumn runs one variant alone, from 0
     */
    public SetupController(SetupViewModel setup, IntConsumer runColumn) {
        this.setup = setup;
        this.runColumn = runColumn;
    }

    @FXML
    private void initialize() {
        setup.variants().addListener((ListChangeListener<VariantSetup>) this::layCards);
        addVariant.managedProperty().bind(addVariant.visibleProperty());
        addVariant.visibleProperty().bind(Bindings.size(setup.variants()).lessThan(SetupViewModel.MOST_VARIANTS));
        dataset.setItems(setup.datasets());
        dataset.valueProperty().bindBidirectional(setup.datasetNameProperty());
        cluster.setConverter(new ColumnName());
        setup.datasetProperty().subscribe(cases -> {
            String chosen = setup.clusterProperty().get();
            List<String> columns = new ArrayList<>(List.of(""));
            columns.addAll(cases == null ? List.of() : cases.columns());
            cluster.getItems().setAll(columns);
            setup.clusterProperty().set(chosen);
        });
        cluster.valueProperty().bindBidirectional(setup.clusterProperty());
        judge.setItems(setup.models());
        ModelCell.install(judge);
        judge.valueProperty().bindBidirectional(setup.judgeProperty());
        metrics.show(setup.metrics());
        cache.selectedProperty().bindBidirectional(setup.cache().useProperty());
        similar.selectedProperty().bindBidirectional(setup.cache().similarProperty());
        similar.disableProperty().bind(cache.selectedProperty().not().or(batch.selectedProperty()));
        similarTip
                .textProperty()
                .bind(setup.cache()
                        .similarityProperty()
                        .map(least ->
                                Messages.get("compare.cache.similar.tip", Figures.similarity(least.doubleValue()))));
        budget.textProperty().bindBidirectional(setup.limits().budgetProperty());
        settled.selectedProperty().bindBidirectional(setup.limits().whenSettledProperty());
        settled.disableProperty()
                .bind(Bindings.size(setup.variants()).lessThan(2).or(batch.selectedProperty()));
        batch.selectedProperty().bindBidirectional(setup.limits().batchProperty());
        WholeNumbers.only(repeats, (IntegerSpinnerValueFactory) repeats.getValueFactory());
        WholeNumbers.only(concurrency, (IntegerSpinnerValueFactory) concurrency.getValueFactory());
        repeats.getValueFactory().valueProperty().bindBidirectional(setup.repeatsProperty());
        concurrency.getValueFactory().valueProperty().bindBidirectional(setup.concurrencyProperty());
    }

    private void layCards(ListChangeListener.Change<?> change) {
        if (!(change.next() && (change.wasAdded() || change.wasRemoved()))) {
            return;
        }
        List<Node> laid = new ArrayList<>();
        for (VariantSetup variant : setup.variants()) {
            laid.add(new VariantCard(setup, variant, laid.size(), runColumn));
        }
        laid.add(addVariant);
        cards.getChildren().setAll(laid);
    }

    @FXML
    private void add() {
        setup.addVariant();
    }
}
