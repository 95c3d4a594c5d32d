package dev.assay.prompt;

import dev.assay.prompt.render.Interpreter;
import dev.assay.prompt.template.BlockNames;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Path;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds which inputs a template uses: names inside {@code each} and {@code with} belong to the element, not the input. */
final class VariableUses {
    private final Function<String, Optional<Template>> partials;
    private final Map<String, VariableUses> seen;
    private final int depth;
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> inPartials = new LinkedHashSet<>();
    private boolean all;

    private VariableUses(Function<String, Optional<Template>> partials, Map<String, VariableUses> seen, int depth) {
        this.partials = partials;
        this.seen = seen;
        this.depth = depth;
    }

    /** A use of an input in the template itself. */
    record Use(String name, int start, int end) {}

    /**
     * Where in nested blocks a name stands.
     *
     * @param levels for each enclosing {@code this}, innermost last, whether it is the map of inputs
     * @param names block parameters
     */
    private record Place(List<Boolean> levels, BlockNames names) {
        Place inside(List<String> parameters) {
            var deeper = new ArrayList<>(levels);
            deeper.add(false);
            return new Place(deeper, names.with(parameters));
        }

        boolean isInput(int depth) {
            int level = levels.size() - 1 - depth;
            return level >= 0 && levels.get(level);
        }
    }

    /** The uses in a template and in the partials it includes. */
    static VariableUses of(Template template, Function<String, Optional<Template>> partials) {
        return of(template, partials, new HashMap<>(), 0);
    }

    private static VariableUses of(
            Template template,
            Function<String, Optional<Template>> partials,
            Map<String, VariableUses> seen,
            int depth) {
        var found = new VariableUses(partials, seen, depth);
        found.nodes(template.nodes(), new Place(List.of(true), BlockNames.NONE));
        return found;
    }

    /** The uses in the template itself, in order. */
    List<Use> uses() {
        return uses;
    }

    /** All names used, in order of first use; those only used in partials last. */
    Set<String> names() {
        Set<String> names = uses.stream().map(Use::name).collect(Collectors.toCollection(LinkedHashSet::new));
        names.addAll(inPartials);
        return names;
    }

    /** Whether any input may be used, because all are passed on or an unknown partial sees them. */
    boolean usesAll() {
        return all;
    }

    private void nodes(List<Node> nodes, Place place) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Output output -> call(output.call(), place);
                case Node.Block block -> block.branches().forEach(branch -> branch(branch, place));
                case Node.Partial partial -> partial(partial, place);
                case Node.Text text -> {}
                case Node.Comment comment -> {}
            }
        }
    }

    private void branch(Node.Branch branch, Place place) {
        Call call = branch.call();
        if (call == null) {
            nodes(branch.body(), place);
            return;
        }
        arguments(call, place);
        boolean changesThis =
                call.target().text().equals("each") || call.target().text().equals("with");
        nodes(branch.body(), changesThis ? place.inside(branch.parameters()) : place);
    }

    private void call(Call call, Place place) {
        Path target = call.target();
        boolean helper = target.isSimple()
                && !place.names().contains(target.text())
                && Helper.find(target.text()).isPresent();
        if (helper) {
            arguments(call, place);
        } else {
            value(target, place);
        }
    }

    private void arguments(Call call, Place place) {
        call.arguments().forEach(argument -> value(argument, place));
        call.named().forEach(named -> value(named.value(), place));
    }

    private void value(Expression expression, Place place) {
        switch (expression) {
            case Expression.Literal literal -> {}
            case Expression.SubExpression computed -> arguments(computed.call(), place);
            case Path path -> path(path, place);
        }
    }

    private void path(Path path, Place place) {
        if (path.data()) {
            all |= path.names().equals(List.of("root"));
            return;
        }
        boolean parameter =
                path.isSimpleStart() && place.names().contains(path.names().getFirst());
        if (parameter || !place.isInput(path.depth())) {
            return;
        }
        if (path.names().isEmpty()) {
            all = true;
        } else {
            uses.add(new Use(path.names().getFirst(), path.start(), path.end()));
        }
    }

    private void partial(Node.Partial partial, Place place) {
        if (partial.staticName() == null) {
            value(partial.name(), place);
        }
        partial.named().forEach(named -> value(named.value(), place));
        if (partial.context() != null) {
            value(partial.context(), place);
            return;
        }
        if (!place.isInput(0)) {
            return;
        }
        Optional<VariableUses> inside =
                Optional.ofNullable(partial.staticName()).flatMap(this::inPartial);
        all |= inside.map(VariableUses::usesAll).orElse(true);
        Set<String> passed =
                partial.named().stream().map(Expression.Named::name).collect(Collectors.toSet());
        inside.ifPresent(found ->
                found.names().stream().filter(name -> !passed.contains(name)).forEach(inPartials::add));
    }

    private Optional<VariableUses> inPartial(String name) {
        if (!seen.containsKey(name)) {
            Optional<Template> template = partials.apply(name);
            if (template.isEmpty() || depth >= Interpreter.DEEPEST) {
                return Optional.empty();
            }
            seen.put(name, new VariableUses(partials, seen, depth + 1));
            seen.put(name, of(template.get(), partials, seen, depth + 1));
        }
        return Optional.ofNullable(seen.get(name));
    }
}
