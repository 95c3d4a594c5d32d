package dev.assay.prompt.assist.reading;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.template.Piece;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Lines that may be folded away: front matter, blocks, raw blocks and long comments.
 *
 * @param head the line that stays, counted from 0
 * @param last the last line that goes
 */
public record Fold(int head, int last) {

    /** The folds of a text by their heads, outer ones first; one a head. */
    public static List<Fold> of(ParsedPrompt prompt) {
        var finder = new Finder(prompt.text());
        if (prompt.layout().hasFrontMatter() && prompt.layout().closed()) {
            finder.whole(prompt.layout().openStart(), prompt.layout().closeEnd());
        }
        prompt.pieces().forEach(finder::piece);
        return finder.folds();
    }

    private static final class Finder {
        private final int[] lineStarts;
        private final String text;
        private final Map<Integer, Fold> folds = new TreeMap<>();
        private final Deque<Piece.Tag> open = new ArrayDeque<>();

        Finder(String text) {
            this.text = text;
            this.lineStarts = IntStream.concat(
                            IntStream.of(0),
                            IntStream.range(0, text.length())
                                    .filter(i -> text.charAt(i) == '\n')
                                    .map(i -> i + 1))
                    .toArray();
        }

        void piece(Piece piece) {
            if (piece instanceof Piece.Raw raw) {
                body(raw.start(), raw.end());
            } else if (piece instanceof Piece.Tag tag) {
                switch (tag.kind()) {
                    case OPEN, OPEN_INVERSE -> open.push(tag);
                    case CLOSE -> close(tag);
                    case COMMENT -> whole(tag.start(), tag.end());
                    default -> {}
                }
            }
        }

        private void close(Piece.Tag tag) {
            String name = word(tag);
            if (open.stream().anyMatch(opener -> word(opener).equals(name))) {
                while (!word(open.element()).equals(name)) {
                    open.pop();
                }
                body(open.pop().start(), tag.start());
            }
        }

        private static String word(Piece.Tag tag) {
            return tag.tokens().isEmpty() ? "" : tag.tokens().getFirst().text();
        }

        /** Up to and with the last line. */
        private void whole(int start, int end) {
            int newline = text.indexOf('\n', end);
            boolean alone =
                    text.substring(end, newline < 0 ? text.length() : newline).isBlank();
            add(line(start), alone ? line(end) : line(end) - 1);
        }

        /** The line that closes it stays in sight. */
        private void body(int start, int end) {
            add(line(start), line(end) - 1);
        }

        private void add(int head, int last) {
            if (last > head) {
                folds.merge(head, new Fold(head, last), (one, other) -> one.last >= other.last ? one : other);
            }
        }

        private int line(int offset) {
            int found = Arrays.binarySearch(lineStarts, offset);
            return found >= 0 ? found : -found - 2;
        }

        List<Fold> folds() {
            return List.copyOf(folds.values());
        }
    }
}
