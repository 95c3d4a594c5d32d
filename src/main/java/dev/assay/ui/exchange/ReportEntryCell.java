package dev.assay.ui.exchange;

import dev.assay.exchange.report.ReportEntry;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of a report, its outcome as an icon. */
final class ReportEntryCell extends ListCell<ReportEntry> {
    ReportEntryCell() {
        setWrapText(true);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ReportEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        setText(entry.toString());
        var icon = new FontIcon(
                switch (entry.outcome()) {
                    case CONVERTED -> "fth-check";
                    case NEEDS_HAND -> "fth-alert-triangle";
                    case LEFT_OUT -> "fth-minus-circle";
                    case REFUSED -> "fth-x-circle";
                });
        icon.getStyleClass()
                .add(
                        switch (entry.outcome()) {
                            case CONVERTED -> "success";
                            case NEEDS_HAND -> "warning";
                            case LEFT_OUT -> "soft";
                            case REFUSED -> "danger";
                        });
        setGraphic(icon);
    }
}
