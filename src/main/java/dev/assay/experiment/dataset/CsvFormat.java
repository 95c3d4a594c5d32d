package dev.assay.experiment.dataset;

import dev.assay.experiment.dataset.Cell.Kind;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values between separators.
 *
 * @param separator comma, semicolon or tab
 */
record CsvFormat(char separator) implements RowFormat {
    private static final String SEPARATORS = ",;\t";

    /** The format that a header is written in: the separator it uses most outside quotes. */
    static CsvFormat of(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = text.length() - text.stripLeading().length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            quoted ^= c == '"';
            int kind = quoted ? -1 : SEPARATORS.indexOf(c);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return new CsvFormat(SEPARATORS.charAt(most));
    }

    @Override
    public Parsed parse(String file, String text) {
        var scan = new CsvScan(file, text, separator);
        List<Row> rows = scan.rows();
        if (rows.isEmpty()) {
            throw new InputException(
                    new SourceLocation(file, 1, 1), "The dataset is empty: give it a header and at least one case");
        }
        Row header = rows.removeFirst();
        List<String> names = cells(header, List.of()).stream()
                .map(cell -> cell == null ? "" : cell.text().strip())
                .toList();
        return new Parsed(header, names, rows, scan.tail());
    }

    @Override
    public List<@Nullable Cell> cells(Row row, List<String> columns) {
        List<@Nullable Cell> cells = new ArrayList<>();
        int at = row.start();
        while (true) {
            int end = CsvScan.valueEnd(row.text(), at, row.end(), separator);
            cells.add(cell(row, at, end));
            if (end >= row.end()) {
                break;
            }
            at = end + 1;
        }
        while (cells.size() < columns.size()) {
            cells.add(null);
        }
        return cells;
    }

    private static Cell cell(Row row, int from, int to) {
        String text = row.text().substring(from, to);
        int begin = from - row.start();
        int end = to - row.start();
        if (!text.startsWith("\"")) {
            return new Cell(text, Kind.PLAIN, begin, end);
        }
        int close = text.lastIndexOf('"');
        return new Cell(text.substring(1, Math.max(1, close)).replace("\"\"", "\""), Kind.QUOTED, begin, end);
    }

    @Override
    public String set(Row row, List<String> columns, int column, @Nullable String value, boolean json) {
        String raw = row.raw();
        List<@Nullable Cell> cells = cells(row, columns);
        Cell cell = cells.get(column);
        if (cell != null) {
            boolean quoted = cell.kind() == Kind.QUOTED && value != null;
            return raw.substring(0, cell.from())
                    + written(value == null ? "" : value, quoted)
                    + raw.substring(cell.to());
        }
        // A row that is too short is filled up.
        long there = cells.stream().filter(one -> one != null).count();
        return raw
                + String.valueOf(separator).repeat(column - (int) there + 1)
                + written(value == null ? "" : value, false);
    }

    @Override
    public String remove(Row row, List<String> columns, int column) {
        Cell cell = cells(row, columns).get(column);
        String raw = row.raw();
        if (cell == null) {
            return raw;
        }
        return column == 0
                ? raw.substring(Math.min(raw.length(), cell.to() + 1))
                : raw.substring(0, cell.from() - 1) + raw.substring(cell.to());
    }

    @Override
    public String add(Row row, List<String> columns, int column) {
        String raw = row.raw();
        List<@Nullable Cell> cells = cells(row, columns);
        Cell cell = column < cells.size() ? cells.get(column) : null;
        if (cell != null) {
            return raw.substring(0, cell.from()) + separator + raw.substring(cell.from());
        }
        return cells.contains(null) ? raw : raw + separator;
    }

    @Override
    public String rename(Row row, List<String> columns, int column, String name) {
        return row.raw();
    }

    @Override
    public String make(List<String> columns, List<? extends @Nullable String> values, boolean[] json) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            cells.set(i, written(value == null ? "" : value, false));
        }
        return String.join(String.valueOf(separator), cells);
    }

    String written(String value, boolean quoted) {
        boolean needed = quoted
                || value.indexOf(separator) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0
                || !value.equals(value.strip());
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
