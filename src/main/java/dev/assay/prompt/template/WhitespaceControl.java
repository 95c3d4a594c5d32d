package dev.assay.prompt.template;

import java.util.List;

/**
 * Decides what white space around tags is printed. A tilde takes all white space on its side. A block tag, comment or
 * partial that stands alone on its line takes the line with it, so that structure leaves no blank lines behind.
 */
final class WhitespaceControl {
    private final List<Piece> pieces;

    WhitespaceControl(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** What is printed of the text at an index. */
    String text(int index, Piece.Text piece) {
        String value = piece.value();
        int from = 0;
        int to = value.length();
        if (index > 0 && pieces.get(index - 1) instanceof Piece.Tag before) {
            from = leading(value, index - 1, before);
        }
        if (index + 1 < pieces.size() && pieces.get(index + 1) instanceof Piece.Tag after) {
            to = trailing(value, index + 1, after);
        }
        return from >= to ? "" : value.substring(from, to);
    }

    /** The blanks before the tag at an index if it stands alone on its line and keeps them, else nothing. */
    String indent(int index, Piece.Tag tag) {
        if (index == 0 || tag.stripLeft() || !isAlone(index) || !(pieces.get(index - 1) instanceof Piece.Text before)) {
            return "";
        }
        String value = before.value();
        return value.substring(blankEnd(value));
    }

    private int leading(String value, int tagIndex, Piece.Tag tag) {
        int from = 0;
        if (tag.stripRight()) {
            while (from < value.length() && Characters.isSpace(value.charAt(from))) {
                from++;
            }
        } else if (isAlone(tagIndex)) {
            while (from < value.length() && isBlank(value.charAt(from))) {
                from++;
            }
            from += value.startsWith("\r\n", from) ? 2 : value.startsWith("\n", from) ? 1 : 0;
        }
        return from;
    }

    private int trailing(String value, int tagIndex, Piece.Tag tag) {
        int to = value.length();
        if (tag.stripLeft()) {
            while (to > 0 && Characters.isSpace(value.charAt(to - 1))) {
                to--;
            }
            return to;
        }
        return isAlone(tagIndex) ? blankEnd(value) : to;
    }

    private static int blankEnd(String value) {
        int to = value.length();
        while (to > 0 && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private boolean isAlone(int index) {
        return pieces.get(index) instanceof Piece.Tag tag
                && tag.kind() != Piece.TagKind.OUTPUT
                && startsLine(index)
                && endsLine(index);
    }

    private boolean startsLine(int index) {
        if (index == 0) {
            return true;
        }
        if (!(pieces.get(index - 1) instanceof Piece.Text before)) {
            return false;
        }
        String value = before.value();
        int i = value.length();
        while (i > 0 && Characters.isSpace(value.charAt(i - 1))) {
            if (value.charAt(i - 1) == '\n') {
                return true;
            }
            i--;
        }
        return i == 0 && index == 1;
    }

    private boolean endsLine(int index) {
        if (index == pieces.size() - 1) {
            return true;
        }
        if (!(pieces.get(index + 1) instanceof Piece.Text after)) {
            return false;
        }
        String value = after.value();
        int i = 0;
        while (i < value.length() && Characters.isSpace(value.charAt(i))) {
            if (value.charAt(i) == '\n') {
                return true;
            }
            i++;
        }
        return i == value.length() && index == pieces.size() - 2;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
