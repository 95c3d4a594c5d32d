package dev.assay.experiment.dataset;

import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of cases while they are edited. What is not changed is written exactly as it was read. Rows are kept
 * as pieces of the file's text, so that a large file needs little more than its size. Not thread-safe.
 *
 * <p>In a table of one column a row without a value is a blank line, and no case to a reader.
 */
public final class DatasetDocument {
    private static final int MOST_STEPS = 1000;

    private final RowFormat format;
    private final String lineEnd;
    private final boolean lastLineEnds;
    private final String tail;
    private final List<Row> rows;
    private final List<Change> done = new ArrayList<>();
    private final List<Change> undone = new ArrayList<>();
    private @Nullable Row header;
    private List<String> columns;
    private @Nullable Change saved;
    private boolean savedLost;
    private @Nullable List<Change> gathered;
    private @Nullable Row lastRead;
    private List<@Nullable Cell> lastCells = List.of();

    private DatasetDocument(RowFormat format, RowFormat.Parsed parsed) {
        this.format = format;
        this.header = parsed.header();
        this.columns = parsed.columns();
        this.rows = parsed.rows();
        this.tail = parsed.tail();
        Row first = header == null ? rows.getFirst() : header;
        this.lineEnd = first.lineEnd().isEmpty() ? "\n" : first.lineEnd();
        Row last = rows.isEmpty() ? first : rows.getLast();
        this.lastLineEnds = !last.lineEnd().isEmpty();
    }

    private DatasetDocument(DatasetDocument other) {
        this.format = other.format;
        this.header = other.header;
        this.columns = other.columns;
        this.rows = new ArrayList<>(other.rows);
        this.tail = other.tail;
        this.lineEnd = other.lineEnd;
        this.lastLineEnds = other.lastLineEnds;
    }

    /**
     * The rows of a text.
     *
     * @param file how it is called: one that ends in {@code .jsonl} or {@code .ndjson} holds a JSON object a line
     * @param text without byte order mark
     * @throws InputException where it has no rows or is broken; names line and column
     */
    public static DatasetDocument parse(String file, String text) {
        String ending = file.toLowerCase(Locale.ROOT);
        boolean lines = ending.endsWith(".jsonl") || ending.endsWith(".ndjson");
        RowFormat format = lines ? new JsonLinesFormat() : CsvFormat.of(text);
        return new DatasetDocument(format, format.parse(file, text));
    }

    /** The same rows without the steps that led to them, for another thread to look at. Shares what is large. */
    public DatasetDocument copy() {
        return new DatasetDocument(this);
    }

    /** The names of the columns in order; of a table as its header has them, so there may be empty and equal ones. */
    public List<String> columns() {
        return columns;
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Whether every row names its values, so that a value may be absent and need be no text. */
    public boolean isJson() {
        return format instanceof JsonLinesFormat;
    }

    /** What stands in a cell: text as it is, another value as JSON writes it; null where the row has no such value. */
    public @Nullable String value(int row, int column) {
        Cell cell = cells(row).get(column);
        return cell == null ? null : cell.text();
    }

    /** Whether what stands in a cell is a value of JSON other than a text. */
    public boolean isJson(int row, int column) {
        Cell cell = cells(row).get(column);
        return cell != null && cell.kind() == Cell.Kind.JSON;
    }

    /** How many values a row has; of a table that may differ from the number of columns. */
    public int length(int row) {
        return (int) cells(row).stream().filter(cell -> cell != null).count();
    }

    private List<@Nullable Cell> cells(int row) {
        Row read = rows.get(row);
        if (read != lastRead) {
            lastCells = format.cells(read, columns);
            lastRead = read;
        }
        return lastCells;
    }

    /** The line that a row began on when the file was read, from 1; 0 for a row that is new. */
    public int line(int row) {
        return rows.get(row).line();
    }

    /** Where a cell began on its line when the file was read, and on which line: two numbers from 1. */
    int[] place(int row, int column) {
        Row written = rows.get(row);
        Cell cell = cells(row).get(column);
        String before = written.raw().substring(0, cell == null ? 0 : cell.from());
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new int[] {Math.max(1, written.line()) + lines, before.length() - before.lastIndexOf('\n')};
    }

    /** Where the name of each column stands: its line and column from 1; empty where there is no header. */
    List<int[]> headerPlaces() {
        List<int[]> places = new ArrayList<>();
        if (header == null) {
            return places;
        }
        String raw = header.raw();
        int at = 0;
        int line = Math.max(1, header.line());
        int begin = 0;
        for (Cell cell : format.cells(header, columns)) {
            for (; cell != null && at < cell.from(); at++) {
                if (raw.charAt(at) == '\n') {
                    line++;
                    begin = at + 1;
                }
            }
            places.add(new int[] {line, at - begin + 1});
        }
        return places;
    }

    /**
     * Puts a value into a cell.
     *
     * @param value null takes it away where rows may lack values, and leaves it empty elsewhere
     * @param json whether a text that is a value of JSON is meant as one, where the file can tell them apart
     */
    public void set(int row, int column, @Nullable String value, boolean json) {
        Row before = rows.get(row);
        Row after = before.with(format.set(before, columns, column, value, json));
        if (!after.raw().equals(before.raw())) {
            apply(new Change.Rows(row, List.of(before), List.of(after)));
        }
    }

    /**
     * Puts new rows before the one at that place.
     *
     * @param values of each row in the order of the columns; a row may be shorter
     * @param json for each column, whether a value of JSON is meant as one
     */
    public void insert(int at, List<? extends List<? extends @Nullable String>> values, boolean[] json) {
        List<Row> made = values.stream()
                .map(one -> Row.made(format.make(columns, one, json), lineEnd))
                .toList();
        apply(new Change.Rows(at, List.of(), made));
    }

    /** Repeats rows right after the last of them; their places ascend. */
    public void duplicate(List<Integer> places) {
        List<Row> copies = places.stream().map(at -> rows.get(at).copy()).toList();
        apply(new Change.Rows(places.getLast() + 1, List.of(), copies));
    }

    /** Takes rows out; their places ascend. */
    public void delete(List<Integer> places) {
        List<Change> changes = places.reversed().stream()
                .<Change>map(at -> new Change.Rows(at, List.of(rows.get(at)), List.of()))
                .toList();
        apply(new Change.All(changes));
    }

    /** Puts a row in another place. */
    public void move(int from, int to) {
        int first = Math.min(from, to);
        List<Row> before = List.copyOf(rows.subList(first, Math.max(from, to) + 1));
        List<Row> after = new ArrayList<>(before);
        after.add(to - first, after.remove(from - first));
        apply(new Change.Rows(first, before, after));
    }

    /** Makes a column, empty in every row, before the one at that place. */
    public void addColumn(int at, String name) {
        List<String> names = new ArrayList<>(columns);
        names.add(at, name);
        List<String> before = columns;
        Row head = header == null ? null : header.with(format.add(header, before, at));
        head = head == null ? null : head.with(format.set(head, names, at, name, false));
        apply(new Change.All(
                List.of(all(row -> format.add(row, before, at)), new Change.Names(before, names, header, head))));
    }

    /** Gives a column another name. */
    public void renameColumn(int column, String name) {
        List<String> before = columns;
        List<String> names = new ArrayList<>(before);
        names.set(column, name);
        Row head = header == null ? null : header.with(format.set(header, before, column, name, false));
        var renamed = new Change.Names(before, names, header, head);
        apply(
                header == null
                        ? new Change.All(List.of(all(row -> format.rename(row, before, column, name)), renamed))
                        : renamed);
    }

    /** Takes a column out; there must be another one. */
    public void deleteColumn(int column) {
        List<String> before = columns;
        List<String> names = new ArrayList<>(before);
        names.remove(column);
        Row head = header == null ? null : header.with(format.remove(header, before, column));
        apply(new Change.All(List.of(
                all(row -> format.remove(row, before, column)), new Change.Names(before, names, header, head))));
    }

    private Change all(Function<Row, String> edit) {
        return new Change.Rows(
                0, rows, rows.stream().map(row -> row.with(edit.apply(row))).toList());
    }

    /** Makes several edits one step for {@link #undo()}. */
    public void together(Runnable edits) {
        List<Change> outer = gathered;
        List<Change> mine = new ArrayList<>();
        gathered = mine;
        try {
            edits.run();
        } finally {
            gathered = outer;
        }
        if (!mine.isEmpty()) {
            note(new Change.All(mine));
        }
    }

    private void apply(Change change) {
        make(change);
        note(change);
    }

    private void note(Change change) {
        if (gathered != null) {
            gathered.add(change);
            return;
        }
        undone.clear();
        done.add(change);
        if (done.size() > MOST_STEPS) {
            done.removeFirst();
            savedLost |= saved == null;
        }
    }

    private void make(Change change) {
        switch (change) {
            case Change.Rows some -> replace(some.at(), some.before().size(), some.after());
            case Change.Names names -> {
                columns = names.after();
                header = names.headerAfter();
            }
            case Change.All all -> all.changes().forEach(this::make);
        }
        lastRead = null;
    }

    private void takeBack(Change change) {
        switch (change) {
            case Change.Rows some -> replace(some.at(), some.after().size(), some.before());
            case Change.Names names -> {
                columns = names.before();
                header = names.headerBefore();
            }
            case Change.All all -> all.changes().reversed().forEach(this::takeBack);
        }
        lastRead = null;
    }

    private void replace(int at, int count, List<Row> by) {
        if (count == 1 && by.size() == 1) {
            rows.set(at, by.getFirst());
            return;
        }
        List<Row> part = rows.subList(at, at + count);
        part.clear();
        part.addAll(by);
    }

    /** Takes the last step back, where there is one. */
    public void undo() {
        if (canUndo()) {
            Change change = done.removeLast();
            takeBack(change);
            undone.add(change);
        }
    }

    /** Makes the step again that was taken back last. */
    public void redo() {
        if (canRedo()) {
            Change change = undone.removeLast();
            make(change);
            done.add(change);
        }
    }

    /** Whether there is a step to take back. */
    public boolean canUndo() {
        return !done.isEmpty();
    }

    /** Whether a step was taken back. */
    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /** Whether there are steps that are not saved. */
    public boolean isDirty() {
        return savedLost || saved != (done.isEmpty() ? null : done.getLast());
    }

    /** Takes note that everything is saved as it is now. */
    public void markSaved() {
        savedLost = false;
        saved = done.isEmpty() ? null : done.getLast();
    }

    /** The whole text as it is now, without byte order mark. */
    public String text() {
        var text = new StringBuilder();
        List<Row> all = new ArrayList<>(rows);
        if (header != null) {
            all.addFirst(header);
        }
        for (int i = 0; i < all.size(); i++) {
            Row row = all.get(i);
            text.append(row.text(), row.from(), row.end());
            if (i < all.size() - 1 || lastLineEnds) {
                text.append(row.lineEnd().isEmpty() ? lineEnd : row.lineEnd());
            }
        }
        return text.append(tail).toString();
    }
}
