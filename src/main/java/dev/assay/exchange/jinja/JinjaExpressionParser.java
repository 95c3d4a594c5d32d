package dev.assay.exchange.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the expressions that have an equivalent; all others are kept as they are written. */
final class JinjaExpressionParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<number>\\d+(?:\\.\\d+)?)|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
                    + "|(?<sign>===?|!==?|[<>]=?|[|().,\\[\\]=+*/%~:{}-]))");
    private static final int MOST_TOKENS = 200;

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private JinjaExpressionParser() {}

    /** Reads an expression; never fails. */
    static JinjaExpression parse(String source) {
        var parser = new JinjaExpressionParser();
        JinjaExpression read = parser.tokenise(source) ? parser.inline() : null;
        return read != null && parser.at == parser.tokens.size() ? read : new JinjaExpression.Unknown(source.strip());
    }

    private boolean tokenise(String source) {
        Matcher matcher = TOKEN.matcher(source);
        int end = 0;
        while (end < source.stripTrailing().length()) {
            if (tokens.size() > MOST_TOKENS || !matcher.find(end) || matcher.start() != end) {
                return false;
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        return true;
    }

    private @Nullable JinjaExpression inline() {
        JinjaExpression value = or();
        if (value == null || !take("if")) {
            return value;
        }
        JinjaExpression condition = or();
        JinjaExpression otherwise = take("else") ? inline() : new JinjaExpression.Literal("");
        return condition == null || otherwise == null ? null : new JinjaExpression.Inline(value, condition, otherwise);
    }

    private @Nullable JinjaExpression or() {
        JinjaExpression left = and();
        while (left != null && take("or")) {
            JinjaExpression right = and();
            left = right == null ? null : new JinjaExpression.Or(left, right);
        }
        return left;
    }

    private @Nullable JinjaExpression and() {
        JinjaExpression left = not();
        while (left != null && take("and")) {
            JinjaExpression right = not();
            left = right == null ? null : new JinjaExpression.And(left, right);
        }
        return left;
    }

    private @Nullable JinjaExpression not() {
        if (++depth > MOST_TOKENS) {
            return null;
        }
        if (take("not")) {
            JinjaExpression inner = not();
            return inner == null ? null : new JinjaExpression.Not(inner);
        }
        return comparison();
    }

    private @Nullable JinjaExpression comparison() {
        JinjaExpression left = filtered();
        if (left == null) {
            return null;
        }
        if (take("==") || take("===")) {
            JinjaExpression right = filtered();
            return right == null ? null : new JinjaExpression.Equal(left, right);
        }
        if (take("!=") || take("!==")) {
            JinjaExpression right = filtered();
            return right == null ? null : new JinjaExpression.Not(new JinjaExpression.Equal(left, right));
        }
        if (take("in")) {
            JinjaExpression right = filtered();
            return right == null ? null : new JinjaExpression.In(left, right);
        }
        if (at + 1 < tokens.size()
                && tokens.get(at).equals("not")
                && tokens.get(at + 1).equals("in")) {
            at += 2;
            JinjaExpression right = filtered();
            return right == null ? null : new JinjaExpression.Not(new JinjaExpression.In(left, right));
        }
        if (at < tokens.size() && tokens.get(at).matches("[<>]=?")) {
            String sign = tokens.get(at++);
            JinjaExpression right = filtered();
            return right == null ? null : new JinjaExpression.Order(left, sign, right);
        }
        if (take("is")) {
            boolean negated = take("not");
            if (!isWord()) {
                return null;
            }
            JinjaExpression test = new JinjaExpression.Test(left, tokens.get(at++));
            return negated ? new JinjaExpression.Not(test) : test;
        }
        return left;
    }

    private @Nullable JinjaExpression filtered() {
        JinjaExpression value = primary();
        while (value != null && take("|")) {
            if (!isWord()) {
                return null;
            }
            String name = tokens.get(at++);
            Optional<List<JinjaExpression>> arguments = take("(") ? list(")") : Optional.of(List.of());
            value = arguments.isEmpty() ? null : new JinjaExpression.Filter(value, name, arguments.get());
        }
        return value;
    }

    private Optional<List<JinjaExpression>> list(String closing) {
        List<JinjaExpression> arguments = new ArrayList<>();
        while (!take(closing)) {
            if (at + 1 < tokens.size() && isWord() && tokens.get(at + 1).equals("=")) {
                at += 2;
            }
            JinjaExpression argument = or();
            if (argument == null) {
                return Optional.empty();
            }
            arguments.add(argument);
            take(",");
        }
        return Optional.of(arguments);
    }

    private @Nullable JinjaExpression primary() {
        if (at >= tokens.size()) {
            return null;
        }
        if (take("(")) {
            JinjaExpression inner = inline();
            return take(")") ? inner : null;
        }
        if (take("[")) {
            return list("]").map(JinjaExpression.Items::new).orElse(null);
        }
        String token = tokens.get(at);
        char first = token.charAt(0);
        if (first == '"' || first == '\'') {
            at++;
            return new JinjaExpression.Literal(unquoted(token));
        }
        if (Character.isDigit(first)) {
            at++;
            return new JinjaExpression.Literal(
                    token.contains(".") ? (Object) Double.valueOf(token) : Long.valueOf(token));
        }
        return isWord() ? wordOrName() : null;
    }

    private @Nullable JinjaExpression wordOrName() {
        String word = tokens.get(at);
        switch (word) {
            case "true", "True" -> {
                at++;
                return new JinjaExpression.Literal(true);
            }
            case "false", "False" -> {
                at++;
                return new JinjaExpression.Literal(false);
            }
            case "none", "None", "null" -> {
                at++;
                return new JinjaExpression.Literal(null);
            }
            case "and", "or", "not", "is", "in", "if", "else" -> {
                return null;
            }
            default -> {
                return name();
            }
        }
    }

    private @Nullable JinjaExpression name() {
        List<String> names = new ArrayList<>();
        names.add(tokens.get(at++));
        while (at < tokens.size()) {
            if (take(".")) {
                if (at >= tokens.size()) {
                    return null;
                }
                names.add(tokens.get(at++));
            } else if (take("[")) {
                if (!(primary() instanceof JinjaExpression.Literal key) || key.value() == null || !take("]")) {
                    return null;
                }
                names.add(String.valueOf(key.value()));
            } else if (tokens.get(at).equals("(")) {
                return null;
            } else {
                break;
            }
        }
        return new JinjaExpression.Name(names);
    }

    private boolean isWord() {
        return at < tokens.size()
                && (Character.isLetter(tokens.get(at).charAt(0))
                        || tokens.get(at).charAt(0) == '_');
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private static String unquoted(String token) {
        var out = new StringBuilder();
        for (int i = 1; i < token.length() - 1; i++) {
            char c = token.charAt(i);
            if (c == '\\' && i + 1 < token.length() - 1) {
                char escaped = token.charAt(++i);
                out.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
