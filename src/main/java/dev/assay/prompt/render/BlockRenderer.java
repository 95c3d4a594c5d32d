package dev.assay.prompt.render;

import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Node.Branch;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Decides which branch of a block is rendered, and how often. */
final class BlockRenderer {
    private static final int LETTERS_A_STEP = 1000;

    private final Lookup lookup;
    private final BiConsumer<List<Node>, Scope> body;
    private final IntConsumer step;

    /**
     * A renderer that hands bodies and their scopes to {@code body}.
     *
     * @param step is told each round of a loop, and other long work, with its offset, and may refuse it
     */
    BlockRenderer(Lookup lookup, BiConsumer<List<Node>, Scope> body, IntConsumer step) {
        this.lookup = lookup;
        this.body = body;
        this.step = step;
    }

    void render(Node.Block block, Scope scope) {
        for (Branch branch : block.branches()) {
            if (branch.call() == null) {
                body.accept(branch.body(), scope);
                return;
            }
            if (renderIfApplies(branch, branch.call(), scope)) {
                return;
            }
        }
    }

    private boolean renderIfApplies(Branch branch, Call call, Scope scope) {
        if (!call.hasArguments()) {
            return section(branch, call, scope);
        }
        Object value = lookup.ask(call.arguments().getFirst(), scope);
        return switch (call.target().text()) {
            case "each" -> each(branch, value, scope);
            case "with" -> with(branch, value, scope);
            case "if" -> renderIf(isTrue(call, value, scope), branch, scope);
            case "unless" -> renderIf(!isTrue(call, value, scope), branch, scope);
            case "ifEquals" -> renderIf(same(call, value, scope), branch, scope);
            default -> renderIf(!same(call, value, scope), branch, scope);
        };
    }

    private boolean renderIf(boolean applies, Branch branch, Scope scope) {
        if (applies) {
            body.accept(branch.body(), scope);
        }
        return applies;
    }

    private boolean isTrue(Call call, @Nullable Object value, Scope scope) {
        var includeZero = call.named("includeZero");
        boolean zeroCounts = includeZero != null && Values.isTrue(lookup.ask(includeZero, scope));
        return Values.isTrue(value) || (zeroCounts && Values.isZero(value));
    }

    /** To compare long texts is more than one step. */
    private boolean same(Call call, @Nullable Object value, Scope scope) {
        for (int i = value instanceof CharSequence text ? text.length() : 0; i > LETTERS_A_STEP; i -= LETTERS_A_STEP) {
            step.accept(call.start());
        }
        return Values.same(value, lookup.ask(call.arguments().get(1), scope));
    }

    private boolean with(Branch branch, @Nullable Object value, Scope scope) {
        if (!Values.isTrue(value) && !Values.isZero(value)) {
            return false;
        }
        body.accept(branch.body(), scope.enter(value).withNames(branch.parameters(), value, null));
        return true;
    }

    private boolean each(Branch branch, @Nullable Object value, Scope scope) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                element(branch, list.get(i), scope.enter(list.get(i)).withLoop(i, list.size(), i), i);
            }
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            int i = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                element(branch, entry.getValue(), scope.enter(entry.getValue()).withLoop(i++, map.size(), key), key);
            }
            return !map.isEmpty();
        }
        return false;
    }

    /** A block of a bare name, which only the reference has: a list is walked, any other value is entered if true. */
    private boolean section(Branch branch, Call call, Scope scope) {
        Object value = lookup.ask(call.target(), scope);
        return switch (value) {
            case List<?> list -> each(branch, list, scope);
            case null -> false;
            case Boolean truth -> renderIf(truth, branch, scope);
            default -> {
                body.accept(branch.body(), scope.enter(value));
                yield true;
            }
        };
    }

    private void element(Branch branch, @Nullable Object element, Scope inside, Object key) {
        step.accept(branch.call() == null ? 0 : branch.call().start());
        body.accept(branch.body(), inside.withNames(branch.parameters(), element, key));
    }
}
