package dev.assay.exchange.handlebars;

import dev.assay.prompt.render.Values;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Literal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions that depend on nothing but values written out: what a partial is told decides its branches at once. */
final class WrittenCondition {
    private WrittenCondition() {}

    /** Whether it holds; empty where that depends on an input, and for {@code else}. */
    static Optional<Boolean> of(@Nullable Call call, HandlebarsScope scope) {
        if (call == null || !call.named().isEmpty()) {
            return Optional.empty();
        }
        List<Expression> values = call.arguments().stream().map(scope::known).toList();
        if (values.isEmpty() || !values.stream().allMatch(Literal.class::isInstance)) {
            return Optional.empty();
        }
        Object first = ((Literal) values.getFirst()).value();
        Object second = values.size() > 1 ? ((Literal) values.get(1)).value() : null;
        return switch (call.target().text()) {
            case "if" -> Optional.of(Values.isTrue(first));
            case "unless" -> Optional.of(!Values.isTrue(first));
            case "ifEquals" -> Optional.of(Values.same(first, second));
            case "unlessEquals" -> Optional.of(!Values.same(first, second));
            default -> Optional.empty();
        };
    }
}
