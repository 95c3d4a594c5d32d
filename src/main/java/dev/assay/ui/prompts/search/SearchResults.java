package dev.assay.ui.prompts.search;

import dev.assay.ui.fx.Shown;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was found. The keys work while the word is typed, too. */
public final class SearchResults extends VBox {
    private final ListView<SearchRow> list = new ListView<>();
    private final Label summary = new Label();
    private final Label problem = new Label();
    private Consumer<Place> opener = place -> {};
    private Runnable leaver = () -> {};

    /** An empty list. */
    public SearchResults() {
        getStyleClass().add("search-results");
        list.setId("searchList");
        list.setPlaceholder(new Label());
        list.setCellFactory(view -> new SearchCell());
        summary.getStyleClass().add("search-summary");
        summary.setId("searchSummary");
        summary.setWrapText(true);
        problem.getStyleClass().add("problem-line");
        problem.setWrapText(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(summary, problem, list);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
    }

    /**
     * Shows what a search finds.
     *
     * @param field where the word is typed
     * @param open hears of the place that the user chooses
     * @param leave hears that the user wants no search any more
     */
    public void bind(SearchViewModel search, TextField field, Consumer<Place> open, Runnable leave) {
        opener = open;
        leaver = leave;
        field.textProperty().bindBidirectional(search.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onFieldKey(event, search));
        list.setItems(search.rows());
        search.rows().addListener((ListChangeListener<SearchRow>) change -> chooseFirst());
        Shown.text(summary, search.summaryProperty());
        Shown.text(problem, search.problemProperty());
        Shown.bind(this, search.openProperty());
    }

    private void chooseFirst() {
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(firstLine());
            list.scrollTo(0);
        }
    }

    /** A name that matches comes before all lines; else the first line does. */
    private int firstLine() {
        boolean lineFirst = list.getItems().getFirst() instanceof SearchRow.Prompt prompt && prompt.mark() == null;
        return lineFirst && list.getItems().size() > 1 ? 1 : 0;
    }

    private void onFieldKey(KeyEvent event, SearchViewModel search) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case PAGE_DOWN -> move(event, page());
            case PAGE_UP -> move(event, -page());
            case ENTER -> {
                event.consume();
                open();
            }
            case ESCAPE -> {
                if (search.openProperty().get()) {
                    event.consume();
                    leaver.run();
                }
            }
            default -> {}
        }
    }

    private void onListKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                event.consume();
                open();
            }
            case ESCAPE -> {
                event.consume();
                leaver.run();
            }
            default -> {}
        }
    }

    private int page() {
        return Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()) - 1);
    }

    private void move(KeyEvent event, int by) {
        event.consume();
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - page() / 2));
        }
    }

    private void open() {
        @Nullable SearchRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            opener.accept(row.place());
        }
    }
}
