package dev.assay.prompt.assist;

import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to a value as its words stand in a tag.
 *
 * @param tokens they touch each other; never empty
 * @param target stands where a helper may stand: first in the tag or in parentheses
 * @param argumentName is the name of an argument, before {@code =}
 */
record TagPath(List<Token> tokens, boolean target, boolean argumentName) {

    /** The paths in a tag, in order; without {@code else} and the names after {@code as}. */
    static List<TagPath> of(Piece.Tag tag) {
        var paths = new ArrayList<TagPath>();
        List<Token> tokens = tag.tokens();
        boolean target = true;
        int i = tag.kind() == Piece.TagKind.ELSE || tag.kind() == Piece.TagKind.ELSE_CHAIN ? 1 : 0;
        while (i < tokens.size() && !isAs(tokens, i)) {
            int end = i;
            while (end < tokens.size() && isPath(tokens.get(end)) && (end == i || touch(tokens, end))) {
                end++;
            }
            if (end > i) {
                boolean named = end < tokens.size() && tokens.get(end).kind() == Token.Kind.EQUALS;
                paths.add(new TagPath(tokens.subList(i, end), target, named));
                target = false;
                i = end;
            } else {
                target = tokens.get(i).kind() == Token.Kind.OPEN_PAREN;
                i++;
            }
        }
        return paths;
    }

    /** The names between the bars after {@code as}. */
    static List<Token> parameters(Piece.Tag tag) {
        List<Token> tokens = tag.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (isAs(tokens, i)) {
                return tokens.subList(i + 2, tokens.size()).stream()
                        .filter(token -> token.kind() == Token.Kind.WORD)
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean isAs(List<Token> tokens, int i) {
        return tokens.get(i).isWord("as")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).kind() == Token.Kind.PIPE;
    }

    private static boolean touch(List<Token> tokens, int i) {
        return tokens.get(i - 1).end() == tokens.get(i).start();
    }

    private static boolean isPath(Token token) {
        return switch (token.kind()) {
            case WORD, SEGMENT, DOT, DOT_DOT, AT -> true;
            default -> false;
        };
    }

    int start() {
        return tokens.getFirst().start();
    }

    int end() {
        return tokens.getLast().end();
    }

    /** Begins with {@code @}. */
    boolean isData() {
        return tokens.getFirst().kind() == Token.Kind.AT;
    }

    /** How many {@code ../} it begins with. */
    int depth() {
        return (int) tokens.stream()
                .filter(token -> token.kind() == Token.Kind.DOT_DOT)
                .count();
    }

    /** The names in it, without {@code this}. */
    List<Token> names() {
        var names = new ArrayList<Token>();
        for (Token token : tokens) {
            boolean isThis = names.isEmpty() && token == tokens.getFirst() && token.isWord("this");
            if ((token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SEGMENT) && !isThis) {
                names.add(token);
            }
        }
        return names;
    }

    /** Begins with a bare name, which a block parameter may hide. */
    boolean startsBare() {
        Token first = tokens.getFirst();
        return first.kind() == Token.Kind.SEGMENT
                || first.kind() == Token.Kind.WORD && !first.text().equals("this");
    }

    /** Is one bare word. */
    boolean isWord() {
        return tokens.size() == 1 && startsBare();
    }

    /** A literal that looks like a word. */
    boolean isConstant() {
        return tokens.size() == 1
                && List.of("true", "false", "null", "undefined")
                        .contains(tokens.getFirst().text())
                && tokens.getFirst().kind() == Token.Kind.WORD;
    }
}
