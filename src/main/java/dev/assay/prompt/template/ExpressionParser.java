package dev.assay.prompt.template;

import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Literal;
import dev.assay.prompt.template.Expression.Named;
import dev.assay.prompt.template.Expression.Path;
import dev.assay.prompt.template.Expression.SubExpression;
import dev.assay.prompt.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what stands in one tag. Reports the first mistake and then gives up on the tag. */
final class ExpressionParser {
    private static final int DEEPEST = 32;

    private final Piece.Tag tag;
    private final List<Token> tokens;
    private final String source;
    private final Consumer<Problem> problems;
    private int at;
    private boolean failed;

    ExpressionParser(Piece.Tag tag, int firstToken, String source, Consumer<Problem> problems) {
        this.tag = tag;
        this.tokens = tag.tokens();
        this.at = firstToken;
        this.source = source;
        this.problems = problems;
    }

    /** The call in the whole tag, or null after a mistake. */
    @Nullable
    Call call() {
        Call call = readCall(0);
        return finish() ? call : null;
    }

    /** A call followed by the names after {@code as}, or null after a mistake. */
    Node.@Nullable Branch head() {
        Call call = readCall(0);
        List<String> parameters = blockParameters();
        return finish() && call != null ? new Node.Branch(call, parameters, List.of()) : null;
    }

    /** A partial, or null after a mistake. */
    Node.@Nullable Partial partial(String indent) {
        Expression name = readValue(0);
        Expression context = atEnd() || isNamed() ? null : readValue(0);
        List<Named> named = readNamed(0);
        if (!finish() || name == null) {
            return null;
        }
        return new Node.Partial(tag.start(), tag.end(), name, context, named, indent);
    }

    private boolean finish() {
        if (!failed && at < tokens.size()) {
            unexpected(tokens.get(at));
        }
        return !failed;
    }

    private @Nullable Call readCall(int depth) {
        int start = atEnd() ? tag.contentStart() : tokens.get(at).start();
        Path target = asPath(readValue(depth));
        var arguments = new ArrayList<Expression>();
        while (!failed && !atEnd() && !isNamed() && !isAs() && !peek(Kind.CLOSE_PAREN)) {
            Expression value = readValue(depth);
            if (value != null) {
                arguments.add(value);
            }
        }
        List<Named> named = readNamed(depth);
        return target == null || failed
                ? null
                : new Call(start, tokens.get(at - 1).end(), target, arguments, named);
    }

    /** A literal in the place of a helper is a name: {@code {{"odd key"}}}. */
    private @Nullable Path asPath(@Nullable Expression expression) {
        return switch (expression) {
            case null -> null;
            case Path path -> path;
            case Literal literal -> {
                String name = String.valueOf(literal.value());
                yield new Path(literal.start(), literal.end(), name, false, 0, true, List.of(name));
            }
            case SubExpression computed -> {
                fail(computed.start(), computed.end(), "a name must stand here, not a call in parentheses");
                yield null;
            }
        };
    }

    private List<Named> readNamed(int depth) {
        var named = new ArrayList<Named>();
        while (!failed && isNamed()) {
            Token name = tokens.get(at);
            at += 2;
            Expression value = readValue(depth);
            if (value != null) {
                named.add(new Named(name.start(), value.end(), name.text(), value));
            }
        }
        return named;
    }

    private @Nullable Expression readValue(int depth) {
        if (failed) {
            return null;
        }
        if (atEnd()) {
            fail(tag.start(), tag.end(), "something is missing in this tag");
            return null;
        }
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case STRING -> literal(token, token.text());
            case NUMBER -> literal(token, number(token.text()));
            case OPEN_PAREN -> readSubExpression(token, depth);
            case WORD -> constant(token);
            case SEGMENT, DOT, DOT_DOT, AT -> readPath();
            case CLOSE_PAREN, EQUALS, PIPE, INVALID -> {
                unexpected(token);
                yield null;
            }
        };
    }

    private Literal literal(Token token, @Nullable Object value) {
        at++;
        return new Literal(token.start(), token.end(), value);
    }

    private @Nullable Expression constant(Token token) {
        boolean alone = at + 1 >= tokens.size()
                || !tokens.get(at + 1).is(Kind.DOT)
                || tokens.get(at + 1).start() != token.end();
        return switch (alone ? token.text() : "") {
            case "true" -> literal(token, true);
            case "false" -> literal(token, false);
            case "null", "undefined" -> literal(token, null);
            default -> readPath();
        };
    }

    private static Object number(String digits) {
        boolean isLong = digits.length() < 18 && digits.indexOf('.') < 0;
        return isLong ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
    }

    private @Nullable Expression readSubExpression(Token open, int depth) {
        if (depth >= DEEPEST) {
            fail(open.start(), open.end(), "parentheses are nested more than " + DEEPEST + " deep: nest them less");
            return null;
        }
        at++;
        Call call = readCall(depth + 1);
        if (failed || call == null) {
            return null;
        }
        if (!peek(Kind.CLOSE_PAREN)) {
            fail(open.start(), open.end(), "this parenthesis is not closed: add )");
            return null;
        }
        at++;
        return new SubExpression(open.start(), tokens.get(at - 1).end(), call);
    }

    private @Nullable Path readPath() {
        int start = tokens.get(at).start();
        boolean data = peek(Kind.AT);
        if (data) {
            at++;
        }
        int depth = 0;
        boolean scoped = false;
        var names = new ArrayList<String>();
        boolean expectsName = true;
        while (expectsName && !atEnd()) {
            Token token = tokens.get(at);
            if (token.is(Kind.DOT_DOT) && names.isEmpty() && (depth > 0 || !scoped)) {
                depth++;
                scoped = true;
            } else if (isThis(token) && names.isEmpty() && depth == 0 && !scoped) {
                scoped = true;
            } else if (isName(token)) {
                names.add(token.text());
            } else {
                break;
            }
            at++;
            expectsName = skipDot(token);
        }
        int end = tokens.get(Math.max(at - 1, 0)).end();
        boolean empty = names.isEmpty() && !scoped;
        if (empty || (expectsName && !names.isEmpty())) {
            fail(start, end, "'" + source.substring(start, end) + "' is not a name: write it as a.b, ../a or @index");
            return null;
        }
        return new Path(start, end, source.substring(start, end), data, depth, scoped, names);
    }

    /** Steps over a dot or slash that touches the token before it; true where a name must follow. */
    private boolean skipDot(Token before) {
        if (!atEnd() && peek(Kind.DOT) && tokens.get(at).start() == before.end()) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isThis(Token token) {
        return token.is(Kind.DOT) || token.isWord("this");
    }

    private static boolean isName(Token token) {
        return token.is(Kind.WORD) || token.is(Kind.SEGMENT);
    }

    private List<String> blockParameters() {
        if (failed || !isAs()) {
            return List.of();
        }
        Token as = tokens.get(at);
        at += 2;
        var names = new ArrayList<String>();
        while (peek(Kind.WORD)) {
            names.add(tokens.get(at++).text());
        }
        if (!peek(Kind.PIPE) || names.isEmpty()) {
            fail(as.start(), as.end(), "names after 'as' stand between bars: as |item index|");
            return List.of();
        }
        at++;
        return names;
    }

    private boolean isAs() {
        return !atEnd()
                && tokens.get(at).isWord("as")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Kind.PIPE);
    }

    private boolean isNamed() {
        return !atEnd()
                && isName(tokens.get(at))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Kind.EQUALS);
    }

    private boolean peek(Kind kind) {
        return !atEnd() && tokens.get(at).is(kind);
    }

    private boolean atEnd() {
        return at >= tokens.size();
    }

    private void unexpected(Token token) {
        String mend = token.isOpenString()
                ? "this string is not closed on its line: add the closing quote"
                : "'" + token.text() + "' cannot stand here; for braces in the text write \\{{";
        fail(token.start(), token.end(), mend);
    }

    private void fail(int start, int end, String message) {
        if (!failed) {
            problems.accept(new Problem("invalid-expression", message, start, end));
        }
        failed = true;
    }
}
