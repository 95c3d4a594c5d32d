package dev.assay.prompt.template;

import dev.assay.prompt.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one tag from its opening braces on. A tag may run over several lines; where its closing braces are missing it
 * ends with its first line, so that one forgotten brace does not swallow the text below it.
 */
final class TagLexer {
    private final String text;
    private final int start;
    private final int limit;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean triple;

    TagLexer(String text, int start, int limit) {
        this.text = text;
        this.start = start;
        this.limit = limit;
        this.at = start + 2;
    }

    /** The tag, and whether it is closed. */
    record Read(Piece.Tag tag, boolean closed) {}

    Read read() {
        boolean stripLeft = skip("~");
        triple = skip("{");
        Piece.TagKind sign = triple ? Piece.TagKind.OUTPUT : readSign();
        int contentStart = at;
        if (sign == Piece.TagKind.COMMENT) {
            return readComment(stripLeft);
        }
        boolean closed = readTokens();
        if (!closed) {
            int end = resumeAt();
            tokens.removeIf(token -> token.end() > end);
            return new Read(
                    new Piece.Tag(kind(sign), start, end, Math.min(contentStart, end), end, stripLeft, false, tokens),
                    false);
        }
        int contentEnd = at;
        boolean stripRight = closeTag();
        return new Read(
                new Piece.Tag(kind(sign), start, at, contentStart, contentEnd, stripLeft, stripRight, tokens), true);
    }

    private Piece.TagKind readSign() {
        if (skip("#>") || skip("#*") || skip("*")) {
            return Piece.TagKind.UNSUPPORTED;
        }
        if (skip("#")) {
            return Piece.TagKind.OPEN;
        }
        if (skip("^")) {
            return Piece.TagKind.OPEN_INVERSE;
        }
        if (skip("/")) {
            return Piece.TagKind.CLOSE;
        }
        if (skip(">")) {
            return Piece.TagKind.PARTIAL;
        }
        if (skip("!")) {
            return Piece.TagKind.COMMENT;
        }
        skip("&");
        return Piece.TagKind.OUTPUT;
    }

    private Piece.TagKind kind(Piece.TagKind sign) {
        if (sign == Piece.TagKind.OPEN_INVERSE && tokens.isEmpty()) {
            return Piece.TagKind.ELSE;
        }
        if (sign == Piece.TagKind.OUTPUT
                && !tokens.isEmpty()
                && tokens.getFirst().isWord("else")) {
            return tokens.size() == 1 ? Piece.TagKind.ELSE : Piece.TagKind.ELSE_CHAIN;
        }
        return sign;
    }

    /** A comment ends at the first closing braces; one that opens with {@code !--} only at {@code --}}}. */
    private Read readComment(boolean stripLeft) {
        int contentStart = at;
        boolean dashes = text.startsWith("--", at);
        String closing = dashes ? "--" : "}}";
        int found = text.indexOf(closing, at);
        while (dashes && found >= 0 && !closesAt(found + 2)) {
            found = text.indexOf(closing, found + 1);
        }
        if (found < 0 || found + 2 > limit) {
            return new Read(
                    new Piece.Tag(
                            Piece.TagKind.COMMENT, start, limit, contentStart, limit, stripLeft, false, List.of()),
                    false);
        }
        int contentEnd = dashes ? found + 2 : found;
        boolean stripRight = text.charAt(contentEnd) == '~' || (!dashes && text.charAt(found - 1) == '~');
        int end = contentEnd + (dashes && stripRight ? 3 : 2);
        return new Read(
                new Piece.Tag(
                        Piece.TagKind.COMMENT, start, end, contentStart, contentEnd, stripLeft, stripRight, List.of()),
                true);
    }

    private boolean closesAt(int offset) {
        return offset + 2 <= limit && (text.startsWith("}}", offset) || text.startsWith("~}}", offset));
    }

    /** Reads up to the closing braces; false where another tag, the end, or a line after rubbish comes first. */
    private boolean readTokens() {
        boolean rubbish = false;
        while (at < limit) {
            char c = text.charAt(at);
            if (Characters.isNewline(c) && rubbish) {
                return false;
            }
            if (Characters.isSpace(c)) {
                at++;
            } else if (closesHere()) {
                return true;
            } else if (text.startsWith("{{", at)) {
                return false;
            } else {
                Token token = readToken(c);
                tokens.add(token);
                rubbish |= token.is(Kind.INVALID);
                at = token.end();
            }
        }
        return false;
    }

    private boolean closesHere() {
        return triple ? text.startsWith("}}}", at) || text.startsWith("}~}}", at) : closesAt(at);
    }

    /** Steps over the closing braces; true where they begin with a tilde. */
    private boolean closeTag() {
        if (triple) {
            at++;
        }
        boolean strip = skip("~");
        at = Math.min(at + 2, limit);
        return strip;
    }

    private int resumeAt() {
        for (int i = start; i < at; i++) {
            if (Characters.isNewline(text.charAt(i))) {
                return i;
            }
        }
        return at;
    }

    private boolean skip(String sign) {
        if (at + sign.length() <= limit && text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private Token readToken(char c) {
        return switch (c) {
            case '(' -> sign(Kind.OPEN_PAREN, 1);
            case ')' -> sign(Kind.CLOSE_PAREN, 1);
            case '=' -> sign(Kind.EQUALS, 1);
            case '|' -> sign(Kind.PIPE, 1);
            case '@' -> sign(Kind.AT, 1);
            case '/' -> sign(Kind.DOT, 1);
            case '.' -> text.startsWith("..", at) ? sign(Kind.DOT_DOT, 2) : sign(Kind.DOT, 1);
            case '"', '\'' -> readQuoted(c, Kind.STRING);
            case '[' -> readQuoted(']', Kind.SEGMENT);
            default -> Characters.isName(c) ? readWord() : sign(Kind.INVALID, 1);
        };
    }

    private Token sign(Kind kind, int length) {
        return new Token(kind, at, at + length, text.substring(at, at + length));
    }

    private Token readWord() {
        int end = nameEnd(at);
        String word = text.substring(at, end);
        if (!isInteger(word) || followsDot()) {
            return new Token(Kind.WORD, at, end, word);
        }
        if (end + 1 < limit && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1))) {
            int fraction = nameEnd(end + 1);
            if (isInteger(text.substring(end + 1, fraction))) {
                return new Token(Kind.NUMBER, at, fraction, text.substring(at, fraction));
            }
        }
        return new Token(Kind.NUMBER, at, end, word);
    }

    /** After a dot digits are the name of an element, as in {@code list.0}. */
    private boolean followsDot() {
        @Nullable Token last = tokens.isEmpty() ? null : tokens.getLast();
        return last != null && last.is(Kind.DOT) && last.end() == at;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < limit && Characters.isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isInteger(String word) {
        int from = word.startsWith("-") ? 1 : 0;
        return word.length() > from && word.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    /** A string or segment; it must close on its line, so that a forgotten quote stays a local mistake. */
    private Token readQuoted(char closing, Kind kind) {
        var value = new StringBuilder();
        for (int i = at + 1; i < limit && !Characters.isNewline(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == closing) {
                return new Token(kind, at, i + 1, value.toString());
            }
            if (kind == Kind.SEGMENT && text.startsWith("{{", i)) {
                return new Token(Kind.INVALID, at, i, text.substring(at, i));
            }
            if (c == '\\' && i + 1 < limit && text.charAt(i + 1) == closing && kind == Kind.STRING) {
                i++;
            }
            value.append(text.charAt(i));
        }
        int end = at + 1;
        while (end < limit && !Characters.isNewline(text.charAt(end))) {
            end++;
        }
        return new Token(Kind.INVALID, at, end, text.substring(at, end));
    }
}
