package dev.assay.prompt.print;

import dev.assay.prompt.template.Characters;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Literal;
import dev.assay.prompt.template.Expression.Named;
import dev.assay.prompt.template.Expression.Path;
import dev.assay.prompt.template.Expression.SubExpression;
import dev.assay.prompt.template.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what stands in a tag. */
final class CallText {
    /** Digits of a number that is too large to be one. */
    private static final String ENDLESS = "9".repeat(400);

    private CallText() {}

    /** The call with its arguments. */
    static String of(Call call) {
        return words(Stream.concat(
                Stream.of(target(call.target())),
                Stream.concat(call.arguments().stream().map(CallText::of), named(call.named()))));
    }

    /** The head of a branch: its call and the names after {@code as}. */
    static String of(Call call, List<String> parameters) {
        return parameters.isEmpty() ? of(call) : of(call) + " as |" + String.join(" ", parameters) + "|";
    }

    /** A partial's name, context and values. */
    static String of(Node.Partial partial) {
        Stream<String> context = Stream.ofNullable(partial.context()).map(CallText::of);
        return words(Stream.concat(Stream.of(of(partial.name())), Stream.concat(context, named(partial.named()))));
    }

    private static Stream<String> named(List<Named> named) {
        return named.stream().map(one -> name(one.name()) + "=" + of(one.value()));
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    private static String of(Expression expression) {
        return switch (expression) {
            case Path path -> path.text();
            case Literal literal -> literal(literal);
            case SubExpression computed -> "(" + of(computed.call()) + ")";
        };
    }

    /** A name that was written as a string, number or constant has no dots or signs: its text is all of its name. */
    private static String target(Path path) {
        boolean literal = path.scoped() && path.names().equals(List.of(path.text()));
        return literal ? quoted(path.text()) : path.text();
    }

    private static String literal(Literal literal) {
        return switch (literal.value()) {
            case null -> "null";
            case String text -> quoted(text);
            case Double number -> number(number);
            default -> literal.value().toString();
        };
    }

    /** Without an exponent, which a template does not know. */
    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number < 0 ? "-" + ENDLESS : ENDLESS;
        }
        return number == 0
                ? Double.toString(number)
                : BigDecimal.valueOf(number).toPlainString();
    }

    private static String quoted(String text) {
        char quote = text.indexOf('"') >= 0 && text.indexOf('\'') < 0 ? '\'' : '"';
        return quote + text.replace(String.valueOf(quote), "\\" + quote) + quote;
    }

    private static String name(String name) {
        boolean word =
                !name.isEmpty() && name.chars().allMatch(c -> Characters.isName((char) c)) && !name.matches("-?[0-9]+");
        return word ? name : "[" + name + "]";
    }
}
