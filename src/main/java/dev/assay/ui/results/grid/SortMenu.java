package dev.assay.ui.results.grid;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultsViewModel;
import dev.assay.ui.results.rows.SortKey;
import dev.assay.ui.results.rows.SortKey.Figure;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** The figures of a column to sort the rows by, for those who use no mouse. The same again turns the rows round. */
final class SortMenu {
    private SortMenu() {}

    /** Opens it below a heading. */
    static void show(Node heading, ResultsViewModel results, ResultColumn column) {
        var menu = new ContextMenu();
        menu.setId("sortMenu");
        for (String metric : results.metrics()) {
            menu.getItems().add(item(results, column, metric, Figure.SCORE, metric));
        }
        menu.getItems()
                .addAll(
                        item(results, column, Messages.get("results.sort.cost"), Figure.COST, null),
                        item(results, column, Messages.get("results.sort.latency"), Figure.LATENCY, null),
                        item(results, column, Messages.get("results.sort.tokens"), Figure.TOKENS, null));
        var unsort = new MenuItem(Messages.get("results.unsort"));
        unsort.setDisable(results.sortedProperty().get() == null);
        unsort.setOnAction(event -> results.unsort());
        menu.getItems().add(unsort);
        menu.show(heading, Side.BOTTOM, 0, 0);
    }

    private static MenuItem item(
            ResultsViewModel results, ResultColumn column, String name, Figure figure, @Nullable String metric) {
        SortKey now = results.sortedProperty().get();
        boolean is = now != null && now.column() == column.index() && now.figure() == figure;
        String arrow =
                !is || metric != null && !metric.equals(now.metric()) ? "" : now.descending() ? " \u2193" : " \u2191";
        var item = new MenuItem(
                Messages.get("results.sort.figure", name, column.variant().label()) + arrow);
        // The cheapest and fastest first, but the worst score first: that is what is looked into.
        item.setOnAction(event -> results.sort(new SortKey(column.index(), figure, metric, figure != Figure.SCORE)));
        return item;
    }
}
