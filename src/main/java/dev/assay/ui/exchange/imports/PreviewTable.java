package dev.assay.ui.exchange.imports;

import dev.assay.exchange.table.columns.CasePreview;
import dev.assay.experiment.DatasetReader;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.OneLine;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The first cases that would be written; what does not fit stands out and says why. Public because FXML makes it. */
public final class PreviewTable extends TableView<List<CasePreview.Value>> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double WIDTH = 150;
    private static final int FEW = 4;

    private List<String> names = List.of();

    /** A table without cases. */
    public PreviewTable() {
        getStyleClass().add("import-preview");
        setPlaceholder(null);
    }

    /** Shows other cases. */
    void show(CasePreview preview) {
        if (!preview.names().equals(names)) {
            setColumnResizePolicy(
                    preview.names().size() <= FEW
                            ? CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                            : UNCONSTRAINED_RESIZE_POLICY);
            names = preview.names();
            getColumns().clear();
            for (int i = 0; i < preview.names().size(); i++) {
                getColumns().add(column(preview.names().get(i), i));
            }
        }
        setItems(FXCollections.observableArrayList(preview.rows()));
    }

    private static String title(String name) {
        return switch (name) {
            case DatasetReader.TAGS -> Messages.get("import.columns.tags");
            case DatasetReader.CLUSTER -> Messages.get("import.columns.cluster");
            default -> name;
        };
    }

    private static TableColumn<List<CasePreview.Value>, CasePreview.Value> column(String name, int index) {
        var column = new TableColumn<List<CasePreview.Value>, CasePreview.Value>(title(name));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        column.setCellFactory(table -> new ValueCell());
        column.setPrefWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class ValueCell extends TableCell<List<CasePreview.Value>, CasePreview.Value> {
        @Override
        protected void updateItem(CasePreview.@Nullable Value value, boolean empty) {
            super.updateItem(value, empty);
            String fault = empty || value == null ? "" : value.fault();
            setText(empty || value == null ? null : OneLine.of(value.text()));
            pseudoClassStateChanged(WRONG, !fault.isEmpty());
            setTooltip(fault.isEmpty() ? null : new Tooltip(fault));
        }
    }
}
