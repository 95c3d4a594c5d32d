package dev.assay.ui.exchange.report;

import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.ReportEntry;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One entry of a report: what it is, where it stands, and below what became of it. */
final class ReportEntryCell extends ListCell<ReportEntry> {
    private static final double SIDES = 64;

    private final FontIcon icon = new FontIcon();
    private final Label what = new Label();
    private final Label place = new Label();
    private final Label became = new Label();
    private final HBox line;

    ReportEntryCell() {
        setPrefWidth(0);
        what.getStyleClass().add("report-what");
        what.setMinWidth(0);
        place.getStyleClass().add("soft");
        place.setMinWidth(Region.USE_PREF_SIZE);
        became.getStyleClass().add("soft");
        became.setWrapText(true);
        became.setMinHeight(Region.USE_PREF_SIZE);
        became.prefWidthProperty().bind(widthProperty().subtract(SIDES));
        became.setMaxWidth(Double.MAX_VALUE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, what, gap, place);
        var texts = new VBox(head, became);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        line = new HBox(8, icon, texts);
    }

    @Override
    protected void updateItem(@Nullable ReportEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(literal(entry.outcome()));
        icon.getStyleClass().setAll("ikonli-font-icon", style(entry.outcome()));
        what.setText(entry.what().replaceAll("\\s*\\R\\s*", " ⏎ "));
        place.setText(entry.place().strip());
        became.setText(entry.became());
        setGraphic(line);
    }

    private static String literal(Outcome outcome) {
        return switch (outcome) {
            case CONVERTED -> "fth-check";
            case NEEDS_HAND -> "fth-alert-triangle";
            case LEFT_OUT -> "fth-minus-circle";
            case REFUSED -> "fth-x-circle";
        };
    }

    private static String style(Outcome outcome) {
        return switch (outcome) {
            case CONVERTED -> "report-converted";
            case NEEDS_HAND -> "report-hand";
            case LEFT_OUT -> "report-left";
            case REFUSED -> "report-refused";
        };
    }
}
