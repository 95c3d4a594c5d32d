package dev.assay.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines up columns of plain text. */
public final class TextTable {

    /** To which side a column's texts are pushed. */
    public enum Side {
        LEFT,
        RIGHT
    }

    private record Column(String title, Side side) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column at the right. */
    public TextTable column(String title, Side side) {
        columns.add(new Column(title, side));
        return this;
    }

    /** Adds a row with one text a column. */
    public void row(List<String> texts) {
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(texts.size() + " texts for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(texts));
    }

    /** The header, a rule, and a line for each row; no line ends in blanks. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        lines.add(line(widths, columns.stream().map(Column::title).toList()));
        lines.add(line(
                widths,
                IntStream.range(0, columns.size())
                        .mapToObj(column -> "─".repeat(widths[column]))
                        .toList()));
        rows.forEach(row -> lines.add(line(widths, row)));
        return lines;
    }

    private String line(int[] widths, List<String> texts) {
        var line = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String blanks = " ".repeat(widths[i] - length(texts.get(i)));
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).side() == Side.LEFT ? texts.get(i) + blanks : blanks + texts.get(i));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = length(columns.get(column).title());
        for (List<String> row : rows) {
            width = Math.max(width, length(row.get(column)));
        }
        return width;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
