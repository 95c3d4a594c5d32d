package dev.assay.exchange.handlebars;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts tags and literal text together so that Handlebars prints exactly that text. Handlebars takes the line away that a
 * block tag, remark or partial has to itself, reads braces and backslashes in text, and the file format trims the body:
 * all that is made up for here.
 */
final class BodyLayout {
    /** Two remarks side by side: white space beside them stays. */
    private static final String GUARD = "{{!}}{{!}}";

    private final List<Piece> pieces = new ArrayList<>();

    /** What stands in the body: a tag, or text to print; a separator is eaten by the tilde of the tag beside it. */
    private record Piece(Kind kind, String text) {}

    private enum Kind {
        TEXT,
        SEPARATOR,
        OUTPUT,
        /** A tag that takes a line which it has to itself. */
        BLOCK
    }

    void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().kind() == Kind.TEXT) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(Kind.TEXT, last.text() + text));
        } else {
            pieces.add(new Piece(Kind.TEXT, text));
        }
    }

    /** White space that the tag before or after it takes with its tilde. */
    void separator(String blanks) {
        pieces.add(new Piece(Kind.SEPARATOR, blanks));
    }

    void output(String tag) {
        pieces.add(new Piece(Kind.OUTPUT, tag));
    }

    void block(String tag) {
        pieces.add(new Piece(Kind.BLOCK, tag));
    }

    /** The body; begins and ends with something that is not white space. */
    String write() {
        guardEnds();
        var out = new StringBuilder();
        boolean eatsNewline = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (eatsNewline) {
                out.append(newline(piece));
            }
            eatsNewline = piece.kind() == Kind.BLOCK && takesLine(i, out);
            switch (piece.kind()) {
                case TEXT -> out.append(LiteralText.escape(piece.text(), nextIsTag(i)));
                case SEPARATOR -> out.append(piece.text());
                case OUTPUT -> out.append(tilde(i)).append(piece.text().substring(2));
                case BLOCK -> out.append(blockTag(i));
            }
        }
        return out.toString();
    }

    /**
     * Whether a line end is put after a block tag, which the tag then takes: to make up for one that it takes from the
     * text, or to give it a line of its own where it begins one.
     */
    private boolean takesLine(int i, StringBuilder before) {
        boolean last = i == pieces.size() - 1;
        if (isAlone(i)) {
            return !last && !needsGuard(i);
        }
        boolean beginsLine = before.isEmpty() || before.charAt(before.length() - 1) == '\n';
        // Before another block or nothing but blanks it would give those a line of their own as well.
        return !last
                && beginsLine
                && (pieces.get(i + 1).kind() == Kind.OUTPUT
                        || (pieces.get(i + 1).kind() == Kind.TEXT
                                && !pieces.get(i + 1).text().isBlank()));
    }

    private void guardEnds() {
        if (pieces.isEmpty()) {
            return;
        }
        if (pieces.getFirst().kind() == Kind.TEXT
                && startsBlank(pieces.getFirst().text())) {
            pieces.addFirst(new Piece(Kind.OUTPUT, GUARD));
        }
        if (pieces.getLast().kind() == Kind.TEXT && endsBlank(pieces.getLast().text())) {
            pieces.add(new Piece(Kind.OUTPUT, GUARD));
        }
    }

    private String blockTag(int i) {
        String tag = tilde(i) + pieces.get(i).text().substring(2);
        return needsGuard(i) ? "{{!}}" + tag : tag;
    }

    /** A brace right before a tag would make it another tag; a blank that the tilde takes keeps them apart. */
    private String tilde(int i) {
        boolean brace = i > 0
                && pieces.get(i - 1).kind() == Kind.TEXT
                && pieces.get(i - 1).text().endsWith("{");
        return brace ? " {{~" : "{{";
    }

    /** Whether the line cannot simply be doubled, because blanks would be lost as well. */
    private boolean needsGuard(int i) {
        if (!isAlone(i)) {
            return false;
        }
        String before = textBefore(i);
        String after = textAfter(i);
        boolean blanksBefore = before.endsWith(" ") || before.endsWith("\t");
        boolean blanksAfter = after.startsWith(" ") || after.startsWith("\t");
        return blanksBefore || blanksAfter;
    }

    private boolean isAlone(int i) {
        return startsLine(i) && endsLine(i);
    }

    private boolean startsLine(int i) {
        if (i == 0) {
            return true;
        }
        String before = textBefore(i);
        return before.substring(before.stripTrailing().length()).contains("\n");
    }

    private boolean endsLine(int i) {
        if (i == pieces.size() - 1) {
            return true;
        }
        String after = textAfter(i);
        return after.substring(0, after.length() - after.stripLeading().length())
                .contains("\n");
    }

    private String textBefore(int i) {
        return i > 0 && isText(i - 1) ? pieces.get(i - 1).text() : "";
    }

    private String textAfter(int i) {
        return i + 1 < pieces.size() && isText(i + 1) ? pieces.get(i + 1).text() : "";
    }

    private boolean isText(int i) {
        return pieces.get(i).kind() == Kind.TEXT || pieces.get(i).kind() == Kind.SEPARATOR;
    }

    private boolean nextIsTag(int i) {
        return i + 1 < pieces.size() && !isText(i + 1);
    }

    private static String newline(Piece next) {
        return next.text().startsWith("\r\n") ? "\r\n" : "\n";
    }

    static boolean startsBlank(String text) {
        return text.length() != text.stripLeading().length() || text.startsWith("\u00a0") || text.startsWith("\ufeff");
    }

    static boolean endsBlank(String text) {
        return text.length() != text.stripTrailing().length() || text.endsWith("\u00a0") || text.endsWith("\ufeff");
    }
}
