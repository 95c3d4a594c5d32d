package dev.assay.prompt;

import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.Piece.TagKind;
import dev.assay.prompt.template.Token;
import java.util.List;

/** Colours the tags of a template. */
final class TemplateSpans {
    private final SpanList spans;

    TemplateSpans(SpanList spans) {
        this.spans = spans;
    }

    void add(Piece piece) {
        switch (piece) {
            case Piece.Text text -> {}
            case Piece.Raw raw -> {
                spans.add(raw.start(), raw.contentStart(), SyntaxKind.KEYWORD);
                spans.add(raw.contentEnd(), raw.end(), SyntaxKind.KEYWORD);
            }
            case Piece.Tag tag -> tag(tag);
        }
    }

    private void tag(Piece.Tag tag) {
        if (tag.kind() == TagKind.COMMENT) {
            spans.add(tag.start(), tag.end(), SyntaxKind.COMMENT);
            return;
        }
        spans.add(tag.start(), tag.contentStart(), SyntaxKind.DELIMITER);
        List<Token> tokens = tag.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            spans.add(tokens.get(i).start(), tokens.get(i).end(), kind(tag, i));
        }
        spans.add(tag.contentEnd(), tag.end(), SyntaxKind.DELIMITER);
    }

    private SyntaxKind kind(Piece.Tag tag, int i) {
        Token token = tag.tokens().get(i);
        return switch (token.kind()) {
            case STRING -> SyntaxKind.STRING;
            case NUMBER -> SyntaxKind.NUMBER;
            case INVALID -> SyntaxKind.ERROR;
            case OPEN_PAREN, CLOSE_PAREN, EQUALS, PIPE -> SyntaxKind.DELIMITER;
            case AT, DOT, DOT_DOT, SEGMENT, WORD -> name(tag, i);
        };
    }

    private SyntaxKind name(Piece.Tag tag, int i) {
        List<Token> tokens = tag.tokens();
        if (tag.kind() == TagKind.PARTIAL && isFirstWord(tokens, i)) {
            return SyntaxKind.PARTIAL;
        }
        Token token = tokens.get(i);
        boolean alone = (i == 0 || !touches(tokens.get(i - 1), token))
                && (i + 1 == tokens.size() || !touches(token, tokens.get(i + 1)));
        if (!alone || token.kind() != Token.Kind.WORD) {
            return SyntaxKind.VARIABLE;
        }
        boolean opensCall = i == 0
                || tokens.get(i - 1).kind() == Token.Kind.OPEN_PAREN
                || tokens.getFirst().isWord("else") && i == 1;
        if (token.isWord("as") && i + 1 < tokens.size() && tokens.get(i + 1).kind() == Token.Kind.PIPE) {
            return SyntaxKind.KEYWORD;
        }
        return opensCall ? called(tag, token, i) : argument(tokens, i);
    }

    private static SyntaxKind called(Piece.Tag tag, Token token, int i) {
        boolean block = i <= 1 && tag.kind() != TagKind.OUTPUT;
        if (block) {
            boolean known = token.isWord("else")
                    || Helper.find(token.text())
                            .filter(helper -> helper.form() == Helper.Form.BLOCK)
                            .isPresent();
            return known ? SyntaxKind.KEYWORD : SyntaxKind.ERROR;
        }
        return Helper.find(token.text()).isPresent() ? SyntaxKind.HELPER : SyntaxKind.VARIABLE;
    }

    private static SyntaxKind argument(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (i + 1 < tokens.size() && tokens.get(i + 1).kind() == Token.Kind.EQUALS) {
            return SyntaxKind.HELPER;
        }
        return switch (token.text()) {
            case "true", "false", "null", "undefined" -> SyntaxKind.NUMBER;
            default -> SyntaxKind.VARIABLE;
        };
    }

    private static boolean isFirstWord(List<Token> tokens, int i) {
        for (int k = 1; k <= i; k++) {
            if (!touches(tokens.get(k - 1), tokens.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two tokens belong to one path. */
    private static boolean touches(Token left, Token right) {
        return left.end() == right.start() && isPath(left) && isPath(right);
    }

    private static boolean isPath(Token token) {
        return switch (token.kind()) {
            case WORD, SEGMENT, DOT, DOT_DOT, AT -> true;
            default -> false;
        };
    }
}
