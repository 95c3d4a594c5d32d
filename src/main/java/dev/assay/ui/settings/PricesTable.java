package dev.assay.ui.settings;

import dev.assay.ui.fx.Messages;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;

/** What the models of a provider cost; a price that is typed goes into the workspace's own list. */
public final class PricesTable extends TableView<PriceLine> {
    private static final double ROW = 32;
    private static final double HEADER = 34;
    private static final int MOST_ROWS = 8;

    /** An empty table. */
    public PricesTable() {
        getStyleClass().add("runs-table");
        setEditable(true);
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Messages.get("settings.prices.none")));
    }

    void open(SettingsViewModel viewModel) {
        setItems(viewModel.prices());
        prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> HEADER + ROW * Math.clamp(viewModel.prices().size(), 2, MOST_ROWS), viewModel.prices()));
        add(Messages.get("settings.price.model"), line -> line.model().model(), 260);
        figures(
                Messages.get("settings.price.input"),
                PriceLine::input,
                (line, typed) -> viewModel.price(line, typed, line.output()));
        figures(
                Messages.get("settings.price.output"),
                PriceLine::output,
                (line, typed) -> viewModel.price(line, line.input(), typed));
        add(Messages.get("settings.price.source"), PriceLine::source, 200);
    }

    private TableColumn<PriceLine, String> add(String title, Function<PriceLine, String> content, double width) {
        var column = new TableColumn<PriceLine, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(content.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setEditable(false);
        getColumns().add(column);
        return column;
    }

    private void figures(String title, Function<PriceLine, String> content, BiConsumer<PriceLine, String> typed) {
        TableColumn<PriceLine, String> column = add(title, content, 130);
        column.setEditable(true);
        column.getStyleClass().add("figure-column");
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(edit -> {
            if (!edit.getNewValue().strip().equals(content.apply(edit.getRowValue()))) {
                typed.accept(edit.getRowValue(), edit.getNewValue().isBlank() ? "0" : edit.getNewValue());
            }
            refresh();
        });
    }
}
