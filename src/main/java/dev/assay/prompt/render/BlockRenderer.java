package dev.assay.prompt.render;

import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Node.Branch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Decides which branch of a block is rendered, and how often. */
final class BlockRenderer {
    private final Lookup lookup;
    private final BiConsumer<List<Node>, Scope> body;

    /** A renderer that hands bodies and their scopes to {@code body}. */
    BlockRenderer(Lookup lookup, BiConsumer<List<Node>, Scope> body) {
        this.lookup = lookup;
        this.body = body;
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
        Object value = lookup.ask(call.arguments().getFirst(), scope);
        return switch (call.target().text()) {
            case "each" -> each(branch, value, scope);
            case "with" -> with(branch, value, scope);
            case "if" -> renderIf(isTrue(call, value, scope), branch, scope);
            case "unless" -> renderIf(!isTrue(call, value, scope), branch, scope);
            case "ifEquals" -> renderIf(Values.same(value, second(call, scope)), branch, scope);
            default -> renderIf(!Values.same(value, second(call, scope)), branch, scope);
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

    private @Nullable Object second(Call call, Scope scope) {
        return lookup.ask(call.arguments().get(1), scope);
    }

    private boolean with(Branch branch, @Nullable Object value, Scope scope) {
        if (!Values.isTrue(value) && !Values.isZero(value)) {
            return false;
        }
        body.accept(branch.body(), scope.enter(value).withNames(names(branch, value, null)));
        return true;
    }

    private boolean each(Branch branch, @Nullable Object value, Scope scope) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                element(branch, list.get(i), i, new Position(i, list.size()), scope);
            }
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            int i = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                var position = new Position(i++, map.size());
                element(branch, entry.getValue(), String.valueOf(entry.getKey()), position, scope);
            }
            return !map.isEmpty();
        }
        return false;
    }

    private record Position(int index, int size) {}

    private void element(Branch branch, @Nullable Object element, Object key, Position position, Scope scope) {
        Map<String, @Nullable Object> loop = new LinkedHashMap<>();
        loop.put("index", position.index());
        loop.put("key", key);
        loop.put("first", position.index() == 0);
        loop.put("last", position.index() == position.size() - 1);
        body.accept(branch.body(), scope.enter(element).withLoop(loop).withNames(names(branch, element, key)));
    }

    private static Map<String, @Nullable Object> names(Branch branch, @Nullable Object first, @Nullable Object second) {
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        List<String> parameters = branch.parameters();
        if (!parameters.isEmpty()) {
            names.put(parameters.get(0), first);
        }
        if (parameters.size() > 1) {
            names.put(parameters.get(1), second);
        }
        return names;
    }
}
