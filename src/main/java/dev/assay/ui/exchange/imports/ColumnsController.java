package dev.assay.ui.exchange.imports;

import dev.assay.ui.fx.Messages;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
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
            return target.equals("expected")
                    ? Messages.get("import.columns.expected")
                    : target.equals(row.name()) ? Messages.get("import.columns.own", target) : target;
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("Targets are chosen");
        }
    }
}
