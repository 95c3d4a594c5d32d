package dev.assay.prompt.lint;

import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place in a template. Immutable.
 *
 * @param self the current {@code this}
 * @param over values that hide fields of {@code this}
 * @param outer where {@code ../} leads, or null
 * @param names the names after {@code as} of this block and those around it, or null
 */
record Place(
        Value self,
        Map<String, Value> over,
        @Nullable Place outer,
        @Nullable Names names) {

    /** Names of one block, before those of the blocks around it. */
    record Names(Map<String, Value> own, @Nullable Names outer) {}

    static Place of(Value inputs) {
        return new Place(inputs, Map.of(), null, null);
    }

    Place enter(Value inner) {
        return new Place(inner, Map.of(), this, names);
    }

    Place withNames(List<String> parameters, Value first) {
        if (parameters.isEmpty()) {
            return this;
        }
        var own = new HashMap<String, Value>();
        parameters.forEach(name -> own.put(name, Value.UNKNOWN));
        own.put(parameters.getFirst(), first);
        return new Place(self, over, outer, new Names(own, names));
    }

    /** The place inside a partial: it sees no block parameters. */
    Place inPartial(Map<String, Value> passed) {
        return new Place(self, passed.isEmpty() ? over : passed, outer, null);
    }

    /** Whether a name belongs to a block around. */
    @Nullable
    Value named(String name) {
        for (Names at = names; at != null; at = at.outer) {
            if (at.own.containsKey(name)) {
                return at.own.get(name);
            }
        }
        return null;
    }

    /** Whether a path begins inside a block that has changed what {@code this} is. */
    boolean beginsInside(Path path) {
        Place start = this;
        for (int i = 0; i < path.depth() && start != null; i++) {
            start = start.outer;
        }
        boolean parameter = path.isSimpleStart() && named(path.names().getFirst()) != null;
        return start != null && start.outer != null && !parameter;
    }

    /** What is known about the value of an expression. */
    Value of(Expression expression) {
        return expression instanceof Path path ? of(path, path.names().size()) : Value.UNKNOWN;
    }

    /** What is known about the value that the first names of a path lead to. */
    Value of(Path path, int count) {
        if (path.data()) {
            return Value.UNKNOWN;
        }
        List<String> names = path.names().subList(0, count);
        Value named = path.isSimpleStart() ? named(path.names().getFirst()) : null;
        if (named != null) {
            return follow(named, names.subList(Math.min(1, count), count));
        }
        Place start = this;
        for (int i = 0; i < path.depth() && start != null; i++) {
            start = start.outer;
        }
        if (start == null) {
            return Value.UNKNOWN;
        }
        Value hidden = names.isEmpty() ? null : start.over.get(names.getFirst());
        return hidden == null ? follow(start.self, names) : follow(hidden, names.subList(1, count));
    }

    private static Value follow(Value from, List<String> names) {
        Value value = from;
        for (String name : names) {
            value = value.field(name);
        }
        return value;
    }
}
