package dev.assay.prompt.template;

import dev.assay.prompt.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** Cuts a template into text and tags in one pass, whatever the text. */
public final class TemplateLexer {
    private final String text;
    private final int limit;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;

    private TemplateLexer(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.limit = to;
    }

    /**
     * The pieces of a text and what is wrong with its braces.
     *
     * @param pieces in order, without gaps
     * @param problems tags that are not closed
     */
    public record Lexed(List<Piece> pieces, List<Problem> problems) {}

    /** Cuts the stretch of {@code text} from one offset to another. */
    public static Lexed lex(String text, int from, int to) {
        var lexer = new TemplateLexer(text, from, to);
        while (lexer.at < to) {
            lexer.readText();
        }
        return new Lexed(List.copyOf(lexer.pieces), List.copyOf(lexer.problems));
    }

    /** Reads text and the tag that follows it. */
    private void readText() {
        int open = nextBraces(at);
        if (open == limit) {
            addText(at, limit, text.substring(at, limit));
            at = limit;
            return;
        }
        int backslashes = backslashesBefore(open, at);
        addText(at, open, text.substring(at, open - Math.min(backslashes, 1)));
        at = open;
        if (backslashes == 1) {
            readEscaped();
        } else if (text.startsWith("{{{{", open) && open + 4 <= limit && !text.startsWith("{{{{/", open)) {
            readRaw();
        } else {
            readTag();
        }
    }

    /** Braces after a backslash are text, up to the next braces. */
    private void readEscaped() {
        int next = nextBraces(at + 2);
        int end = next == limit ? limit : next - backslashesBefore(next, at + 2);
        addText(at, end, text.substring(at, end));
        at = end;
    }

    private void readTag() {
        var read = new TagLexer(text, at, limit).read();
        pieces.add(read.tag());
        at = read.tag().end();
        if (!read.closed()) {
            problems.add(unclosed(read.tag()));
        }
    }

    private static Problem unclosed(Piece.Tag tag) {
        if (!tag.tokens().isEmpty() && tag.tokens().getLast().isOpenString()) {
            Token string = tag.tokens().getLast();
            return new Problem(
                    "unbalanced-brace",
                    "this string is not closed: add the closing quote",
                    string.start(),
                    string.end());
        }
        String what = tag.kind() == Piece.TagKind.COMMENT ? "comment" : "tag";
        return new Problem(
                "unbalanced-brace",
                "this " + what + " is not closed: add }} or write \\{{ for braces in the text",
                tag.start(),
                tag.end());
    }

    private void readRaw() {
        int nameStart = at + 4;
        int nameEnd = nameStart;
        while (nameEnd < limit && text.charAt(nameEnd) != '}' && !Characters.isNewline(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(nameStart, nameEnd).strip();
        String closing = "{{{{/" + name + "}}}}";
        int close = text.startsWith("}}}}", nameEnd) && nameEnd + 4 <= limit ? text.indexOf(closing, nameEnd + 4) : -1;
        if (close < 0 || close + closing.length() > limit) {
            problems.add(new Problem(
                    "unclosed-block", "this raw block is not closed: add " + closing + " after it", at, nameEnd));
            pieces.add(new Piece.Raw(at, limit, name, Math.min(nameEnd + 4, limit), limit));
            at = limit;
            return;
        }
        pieces.add(new Piece.Raw(at, close + closing.length(), name, nameEnd + 4, close));
        at = close + closing.length();
    }

    private int nextBraces(int from) {
        int found = text.indexOf("{{", from);
        return found < 0 || found + 2 > limit ? limit : found;
    }

    private int backslashesBefore(int offset, int from) {
        if (offset - 1 < from || text.charAt(offset - 1) != '\\') {
            return 0;
        }
        return offset - 2 >= from && text.charAt(offset - 2) == '\\' ? 2 : 1;
    }

    private void addText(int start, int end, String value) {
        if (end > start) {
            pieces.add(new Piece.Text(start, end, value));
        }
    }
}
