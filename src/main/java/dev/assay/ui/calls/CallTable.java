package dev.assay.ui.calls;

import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter.Field;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Calls, a line each. Public because FXML makes it. */
public final class CallTable extends TableView<CallEntry> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double ROW = 30;
    private static final double STAR = 36;
    private static final double TIME_WIDTH = 172;
    private static final double NAME = 200;
    private static final double WORD = 92;
    private static final double LONG = 900;
    private static final double FIGURE = 76;

    private IntConsumer sight = index -> {};
    private Consumer<CallEntry> star = entry -> {};
    private BiConsumer<Field, String> narrowing = (field, value) -> {};

    /** A table without lines. */
    public CallTable() {
        getStyleClass().add("runs-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setRowFactory(table -> new Row());
        var starred = new TableColumn<CallEntry, CallEntry>();
        fill(starred, column -> new StarCell(entry -> star.accept(entry)));
        sized(starred, STAR, STAR, STAR);
        text(Messages.get("calls.column.time"), TIME_WIDTH, TIME_WIDTH, TIME_WIDTH, CallTable::time);
        text(
                Messages.get("calls.column.operation"),
                WORD,
                WORD,
                WORD,
                entry -> entry.figures().operation());
        text(Messages.get("calls.column.model"), WORD, NAME, LONG, CallTable::model);
        text(
                Messages.get("calls.column.prompt"),
                WORD,
                NAME,
                LONG,
                entry -> known(entry.figures().prompt()));
        figure(
                Messages.get("calls.column.tokens"),
                entry -> Figures.count(entry.figures().totalTokens()));
        figure(
                Messages.get("calls.column.cost"),
                entry -> Figures.cost(entry.figures().costUsd()));
        figure(
                Messages.get("calls.column.latency"),
                entry -> Figures.duration(entry.figures().latencyMs()));
        text(Messages.get("calls.column.ended"), FIGURE, WORD, NAME, CallTable::ended);
        text(
                Messages.get("calls.column.tags"),
                FIGURE,
                WORD,
                LONG,
                entry -> String.join(" ", entry.mark().tags()));
    }

    private static String time(CallEntry entry) {
        return TIME.format(entry.figures().startedAt().atZone(ZoneId.systemDefault()));
    }

    private static String model(CallEntry entry) {
        return entry.figures().provider() + "/" + entry.figures().model();
    }

    /** How a call ended, in a word. */
    static String ended(CallEntry entry) {
        String error = entry.figures().error();
        return error != null
                ? error
                : entry.semantic()
                        ? Messages.get("calls.ended.semantic")
                        : entry.figures().cached()
                                ? Messages.get("calls.ended.cached")
                                : Messages.get("calls.ended.ok");
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private TableColumn<CallEntry, CallEntry> text(
            String title, double least, double usual, double most, Function<CallEntry, String> text) {
        var column = new TableColumn<CallEntry, CallEntry>(title);
        fill(column, made -> new WordsCell(text));
        sized(column, least, usual, most);
        return column;
    }

    private void figure(String title, Function<CallEntry, String> text) {
        text(title, FIGURE, FIGURE, WORD, text).getStyleClass().add("figure-column");
    }

    private static void sized(TableColumn<?, ?> column, double least, double usual, double most) {
        column.setMinWidth(least);
        column.setPrefWidth(usual);
        column.setMaxWidth(most);
    }

    private void fill(
            TableColumn<CallEntry, CallEntry> column,
            Function<TableColumn<CallEntry, CallEntry>, TableCell<CallEntry, CallEntry>> cells) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cells::apply);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
    }

    /** Who hears of the lines that come into sight, from 0. */
    void onSight(IntConsumer listener) {
        sight = listener;
    }

    /** Who stars a call, or takes its star. */
    void onStar(Consumer<CallEntry> listener) {
        star = listener;
    }

    /** Who narrows the list to what a line has in a field. */
    void onNarrow(BiConsumer<Field, String> listener) {
        narrowing = listener;
    }

    /** A line with its menu. */
    private final class Row extends TableRow<CallEntry> {
        @Override
        protected void updateItem(@Nullable CallEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setOnContextMenuRequested(null);
                return;
            }
            sight.accept(getIndex());
            setOnContextMenuRequested(
                    event -> menu(entry.figures()).show(this, event.getScreenX(), event.getScreenY()));
        }

        private ContextMenu menu(CallRecord call) {
            var menu = new ContextMenu(
                    only(Messages.get("calls.only.model", call.model()), Field.MODEL, call.model()),
                    only(Messages.get("calls.only.operation", call.operation()), Field.OPERATION, call.operation()));
            String prompt = call.prompt();
            String error = call.error();
            if (prompt != null) {
                menu.getItems().add(only(Messages.get("calls.only.prompt", prompt), Field.PROMPT, prompt));
            }
            if (error != null) {
                menu.getItems().add(only(Messages.get("calls.only.error", error), Field.ERROR, error));
            }
            return menu;
        }

        private MenuItem only(String text, Field field, String value) {
            var item = new MenuItem(text);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> narrowing.accept(field, value));
            return item;
        }
    }

    /** Words that may be cut, so they stand in the tooltip as well. */
    private static final class WordsCell extends TableCell<CallEntry, CallEntry> {
        private final Function<CallEntry, String> words;

        WordsCell(Function<CallEntry, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable CallEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            String text = entry == null || empty ? "" : words.apply(entry);
            setText(text);
            setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
    }
}
