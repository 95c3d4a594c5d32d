package dev.assay.ui.settings;

import dev.assay.settings.ProviderSettings;
import dev.assay.settings.edit.ProviderField;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Shows one provider: its values and prices. */
public final class ProviderController {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final List<ProviderField> CONNECTION = List.of(
            ProviderField.BASE_URL,
            ProviderField.DIALECT,
            ProviderField.MODELS,
            ProviderField.FALLBACK,
            ProviderField.PROXY,
            ProviderField.API_KEY);
    private static final List<ProviderField> LIMITS = List.of(
            ProviderField.CONCURRENCY,
            ProviderField.RETRIES,
            ProviderField.REQUESTS_PER_MINUTE,
            ProviderField.TOKENS_PER_MINUTE);
    private static final List<ProviderField> TIMEOUTS =
            List.of(ProviderField.CONNECT, ProviderField.FIRST_BYTE, ProviderField.IDLE, ProviderField.TOTAL);

    private final SettingsViewModel settings;
    private final ProviderViewModel viewModel;

    @FXML
    private Label title;

    @FXML
    private Label dialect;

    @FXML
    private Button testButton;

    @FXML
    private Button stopButton;

    @FXML
    private Node busy;

    @FXML
    private Label outcome;

    @FXML
    private GridPane connection;

    @FXML
    private GridPane limits;

    @FXML
    private GridPane timeouts;

    @FXML
    private Pane headers;

    @FXML
    private Node differences;

    @FXML
    private QuirksGrid quirks;

    @FXML
    private PricesTable prices;

    /** The pane of the provider in front. */
    public ProviderController(SettingsViewModel settings) {
        this.settings = settings;
        viewModel = settings.provider();
    }

    @FXML
    private void initialize() {
        viewModel.settingsProperty().subscribe(this::head);
        Shown.bind(testButton, viewModel.testingProperty().not());
        Shown.bind(stopButton, viewModel.testingProperty());
        busy.visibleProperty().bind(viewModel.testingProperty());
        viewModel.outcomeProperty().subscribe(this::tell);
        fill(connection, CONNECTION, 2);
        fill(limits, LIMITS, 4);
        fill(timeouts, TIMEOUTS, 4);
        headers.getChildren()
                .add(ValueBox.lines(
                        FieldNames.of(ProviderField.HEADERS),
                        viewModel.value(ProviderField.HEADERS),
                        () -> viewModel.save(ProviderField.HEADERS)));
        quirks.open(viewModel, differences);
        prices.open(settings);
    }

    private void head(@Nullable ProviderSettings provider) {
        title.setText(provider == null ? "" : provider.name());
        dialect.setText(provider == null ? "" : provider.dialect().yamlName());
    }

    private void tell(@Nullable TestOutcome found) {
        Shown.set(outcome, found != null);
        outcome.setText(found == null ? "" : found.text());
        outcome.pseudoClassStateChanged(BAD, found != null && !found.good());
    }

    private void fill(GridPane grid, List<ProviderField> fields, int columns) {
        for (int i = 0; i < fields.size(); i++) {
            ProviderField field = fields.get(i);
            var box = ValueBox.line(FieldNames.of(field), viewModel.value(field), () -> viewModel.save(field));
            grid.add(box, i % columns, i / columns);
        }
    }

    @FXML
    private void test() {
        viewModel.test();
    }

    @FXML
    private void stop() {
        viewModel.stop();
    }

    @FXML
    private void remove() {
        boolean sure = Dialogs.sure(
                title.getScene().getWindow(),
                Messages.get("settings.remove.title", title.getText()),
                Messages.get("settings.remove.text"),
                Messages.get("settings.remove"));
        if (sure) {
            settings.remove();
        }
    }
}
