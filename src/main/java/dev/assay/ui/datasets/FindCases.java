package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetMatches;
import dev.assay.experiment.dataset.DatasetMatches.Place;
import dev.assay.ui.fx.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes from one place to the next where a text stands in a dataset. Public because FXML makes it. */
public final class FindCases extends HBox {
    private static final double GAP = 8;
    private static final double WIDTH = 360;

    private final TextField query = new TextField();
    private final Label count = new Label();
    private @Nullable CaseSearch search;
    private @Nullable CaseTable table;

    /** A bar that is hidden until it is wanted. */
    public FindCases() {
        super(GAP);
        getStyleClass().add("find-cases");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        query.setId("findInCases");
        query.setPromptText(Messages.get("datasets.find"));
        query.setAccessibleText(Messages.get("datasets.find"));
        query.setPrefWidth(WIDTH);
        count.setId("foundInCases");
        count.getStyleClass().add("soft");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .setAll(
                        query,
                        count,
                        button("fth-chevron-up", Messages.get("datasets.find.previous"), () -> step(false)),
                        button("fth-chevron-down", Messages.get("datasets.find.next"), () -> step(true)),
                        button("fth-x", Messages.get("datasets.find.close"), this::close));
        query.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(!event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Looks through the rows of a table. */
    void bind(CaseSearch through, CaseTable shown) {
        search = through;
        table = shown;
        query.textProperty().subscribe(text -> through.textProperty().set(isVisible() ? text : ""));
        through.matchesProperty().subscribe(matches -> found(matches, shown));
        shown.getFocusModel()
                .focusedCellProperty()
                .subscribe(cell -> count(through.matchesProperty().get(), shown));
    }

    /** Lets the user type what to look for. */
    void open() {
        setVisible(true);
        if (search != null) {
            search.textProperty().set(query.getText());
        }
        query.requestFocus();
        query.selectAll();
    }

    private void close() {
        setVisible(false);
        if (search != null && table != null) {
            search.textProperty().set("");
            table.requestFocus();
        }
    }

    private void found(DatasetMatches matches, CaseTable shown) {
        shown.mark(matches);
        if (isVisible() && query.isFocused()) {
            go(matches.from(Math.max(0, shown.row()), Math.max(0, shown.column())), shown);
        }
        count(matches, shown);
    }

    private void step(boolean forward) {
        if (search != null && table != null) {
            DatasetMatches matches = search.matchesProperty().get();
            go(
                    forward ? matches.after(table.row(), table.column()) : matches.before(table.row(), table.column()),
                    table);
        }
    }

    private static void go(@Nullable Place place, CaseTable shown) {
        if (place != null) {
            shown.go(place.row(), place.column());
        }
    }

    private void count(DatasetMatches matches, CaseTable shown) {
        if (query.getText().isEmpty()) {
            count.setText("");
            return;
        }
        int number = matches.number(Math.max(0, shown.row()), Math.max(0, shown.column()));
        count.setText(
                matches.size() == 0
                        ? Messages.get("datasets.find.none")
                        : number == 0
                                ? Messages.get("datasets.find.many", matches.size())
                                : Messages.get("datasets.find.count", number, matches.size()));
    }

    private static Button button(String icon, String tip, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setFocusTraversable(false);
        button.getStyleClass().add("flat");
        button.setOnAction(event -> action.run());
        return button;
    }
}
