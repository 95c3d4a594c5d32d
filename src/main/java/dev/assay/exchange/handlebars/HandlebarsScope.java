package dev.assay.exchange.handlebars;

import dev.assay.exchange.template.Ref;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place of one of our templates.
 *
 * @param base what {@code this} is
 * @param outer what {@code ../} leads to, or null
 * @param loops the elements of the loops around, outermost first
 * @param names what block parameters and the values passed to a partial mean
 * @param written the values passed to a partial that are written out there, such as {@code kind="short"}
 */
record HandlebarsScope(
        Ref base,
        @Nullable HandlebarsScope outer,
        List<String> loops,
        Map<String, Ref> names,
        Map<String, Literal> written) {

    static HandlebarsScope root() {
        return new HandlebarsScope(Ref.input(List.of()), null, List.of(), Map.of(), Map.of());
    }

    HandlebarsScope inside(Ref inner, boolean loop, List<String> parameters) {
        List<String> around = new ArrayList<>(loops);
        Map<String, Ref> visible = new LinkedHashMap<>(names);
        Map<String, Literal> known = new LinkedHashMap<>(written);
        known.keySet().removeAll(parameters);
        if (loop) {
            around.add(inner.local());
        }
        if (!parameters.isEmpty()) {
            visible.put(parameters.getFirst(), inner);
        }
        if (loop && parameters.size() > 1) {
            visible.put(parameters.get(1), new Ref(Ref.Kind.KEY, inner.local(), List.of()));
        }
        return new HandlebarsScope(inner, this, around, visible, known);
    }

    /** Inside a partial, where names passed to it hide those of the value it sees. */
    HandlebarsScope partial(Ref inner, Map<String, Ref> passed, Map<String, Literal> fixed) {
        return new HandlebarsScope(inner, outer, loops, passed, fixed);
    }

    /** The expression; where it names a value that is written out, that value. */
    Expression known(Expression expression) {
        boolean named = expression instanceof Expression.Path path && path.isSimple();
        Literal value =
                named ? written.get(((Expression.Path) expression).names().getFirst()) : null;
        return value == null ? expression : value;
    }

    /** Whether the name is a block parameter or a value of a partial, and so no helper. */
    boolean hides(String name) {
        return names.containsKey(name) || written.containsKey(name);
    }

    /** What the path leads to, or empty where it leads to nothing that other languages have. */
    Optional<Ref> find(Expression.Path path) {
        if (path.data()) {
            return data(path);
        }
        if (path.isSimpleStart() && written.containsKey(path.names().getFirst())) {
            return Optional.empty();
        }
        Ref named = path.isSimpleStart() ? names.get(path.names().getFirst()) : null;
        if (named != null) {
            return Optional.of(named.then(path.names().subList(1, path.names().size())));
        }
        HandlebarsScope scope = this;
        for (int i = 0; i < path.depth() && scope != null; i++) {
            scope = scope.outer();
        }
        return Optional.ofNullable(scope).map(found -> found.base().then(path.names()));
    }

    private Optional<Ref> data(Expression.Path path) {
        String first = path.names().isEmpty() ? "" : path.names().getFirst();
        if (first.equals("root")) {
            return Optional.of(Ref.input(path.names().subList(1, path.names().size())));
        }
        int at = loops.size() - 1 - path.depth();
        if (at < 0 || path.names().size() != 1) {
            return Optional.empty();
        }
        return switch (first) {
            case "index" -> Optional.of(new Ref(Ref.Kind.INDEX, loops.get(at), List.of()));
            case "first" -> Optional.of(new Ref(Ref.Kind.FIRST, loops.get(at), List.of()));
            case "last" -> Optional.of(new Ref(Ref.Kind.LAST, loops.get(at), List.of()));
            case "key" -> Optional.of(new Ref(Ref.Kind.KEY, loops.get(at), List.of()));
            default -> Optional.empty();
        };
    }
}
