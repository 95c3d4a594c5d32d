package dev.assay.experiment.dataset;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a dataset that hold a text, whatever their case; from left to right, then down. Immutable. */
public final class DatasetMatches {
    /** Nothing is looked for. */
    public static final DatasetMatches NONE = new DatasetMatches(1, new long[0]);

    private final int columns;
    private final long[] places;

    private DatasetMatches(int columns, long[] places) {
        this.columns = columns;
        this.places = places;
    }

    /**
     * A cell.
     *
     * @param row from 0
     * @param column from 0
     */
    public record Place(int row, int column) {}

    /** Looks through all cells; slow for a large dataset, so give it a copy on another thread. */
    public static DatasetMatches of(DatasetDocument document, String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Pattern wanted = Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Matcher matcher = wanted.matcher("");
        int columns = document.columns().size();
        long[] found = new long[64];
        int count = 0;
        for (int row = 0; row < document.size(); row++) {
            for (int column = 0; column < columns; column++) {
                String value = document.value(row, column);
                if (value != null && matcher.reset(value).find()) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = (long) row * columns + column;
                }
            }
        }
        return new DatasetMatches(columns, Arrays.copyOf(found, count));
    }

    /** How many cells there are. */
    public int size() {
        return places.length;
    }

    /** Whether a cell is one of them. */
    public boolean has(int row, int column) {
        return Arrays.binarySearch(places, place(row, column)) >= 0;
    }

    /** Which one a cell is, from 1; 0 where it is none. */
    public int number(int row, int column) {
        return Math.max(0, Arrays.binarySearch(places, place(row, column)) + 1);
    }

    /** The first one at or after a cell, beginning anew after the last; null where there is none at all. */
    public @Nullable Place from(int row, int column) {
        int at = Arrays.binarySearch(places, place(row, column));
        return at(at >= 0 ? at : -at - 1);
    }

    /** The next one after a cell, beginning anew after the last; null where there is none at all. */
    public @Nullable Place after(int row, int column) {
        int at = Arrays.binarySearch(places, place(row, column));
        return at(at >= 0 ? at + 1 : -at - 1);
    }

    /** The last one before a cell, going on at the end before the first; null where there is none at all. */
    public @Nullable Place before(int row, int column) {
        int at = Arrays.binarySearch(places, place(row, column));
        return at((at >= 0 ? at : -at - 1) - 1);
    }

    private long place(int row, int column) {
        return (long) row * columns + column;
    }

    private @Nullable Place at(int index) {
        if (places.length == 0) {
            return null;
        }
        long place = places[Math.floorMod(index, places.length)];
        return new Place((int) (place / columns), (int) (place % columns));
    }
}
