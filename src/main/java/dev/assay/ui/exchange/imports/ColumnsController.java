package dev.assay.ui.exchange.imports;

import dev.assay.experiment.DatasetReader;
import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows the columns of a table and what they become. */
public final class ColumnsController {
    private final ColumnsViewModel viewModel;

    @FXML
    private ComboBox<@Nullable String> prompt;

    @FXML
    private Label separatorLabel;

    @FXML
    private ComboBox<Separator> separator;

    @FXML
    private TableView<ColumnRow> table;

    @FXML
    private TableColumn<ColumnRow, String> name;

    @FXML
    private TableColumn<ColumnRow, ColumnRow> target;

    @FXML
    private TableColumn<ColumnRow, String> values;

    ColumnsController(ColumnsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        prompt.setItems(viewModel.prompts());
        prompt.valueProperty().bindBidirectional(viewModel.promptProperty());
        for (Node node : List.of(separatorLabel, separator)) {
            node.visibleProperty().bind(viewModel.separatedProperty());
            node.managedProperty().bind(viewModel.separatedProperty());
        }
        separator.getItems().setAll(Separator.values());
        separator.setConverter(new Separators());
        separator.valueProperty().bindBidirectional(viewModel.separatorProperty());
        table.setItems(viewModel.rows());
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        values.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().values()));
        target.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        target.setCellFactory(column -> new TargetChoice());
    }

    private final class TargetChoice extends TableCell<ColumnRow, ColumnRow> {
        @Override
        protected void updateItem(@Nullable ColumnRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            var choice = new ComboBox<String>();
            choice.getItems().setAll(viewModel.choices(row));
            choice.setConverter(new Names(row));
            choice.setAccessibleText(Messages.get("import.columns.becomes"));
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.valueProperty().bindBidirectional(row.target());
            setGraphic(choice);
        }
    }

    private static final class Separators extends StringConverter<Separator> {
        @Override
        public String toString(@Nullable Separator separator) {
            return separator == null ? "" : separator.label();
        }

        @Override
        public Separator fromString(String text) {
            throw new UnsupportedOperationException("Separators are chosen");
        }
    }

    private final class Names extends StringConverter<String> {
        private final ColumnRow row;

        Names(ColumnRow row) {
            this.row = row;
        }

        @Override
        public String toString(@Nullable String target) {
            if (target == null || target.isEmpty()) {
                return Messages.get("import.columns.out");
            }
            if (viewModel.isInput(target)) {
                return target;
            }
            return switch (target) {
                case DatasetReader.EXPECTED -> Messages.get("import.columns.expected");
                case DatasetReader.TAGS -> Messages.get("import.columns.tags");
                case DatasetReader.CLUSTER -> Messages.get("import.columns.cluster");
                default -> target.equals(row.name()) ? Messages.get("import.columns.own", target) : target;
            };
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("Targets are chosen");
        }
    }
}
