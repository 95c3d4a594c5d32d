package dev.assay.prompt.lint;

import dev.assay.llm.Role;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.RoleName;
import dev.assay.prompt.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Goes through a template in the order in which it is rendered, into its partials too, and shows rules what stands where. */
final class TemplateWalk {
    private static final int DEEPEST = 32;

    /** Partials may include each other many times over. */
    private static final int MOST_NODES = 20_000;

    private final Function<String, Optional<Template>> partials;
    private final List<Rule> rules;
    private Role role = Role.USER;
    private int nodesOfPartials;

    TemplateWalk(Function<String, Optional<Template>> partials, List<Rule> rules) {
        this.partials = partials;
        this.rules = rules;
    }

    /** Something to look at each tag with. */
    interface Rule {
        /**
         * A value is printed, or a helper called.
         *
         * @param site where to report: the tag itself, or the partial of the prompt that leads to it
         * @param role who speaks there
         * @param partial the partial it stands in, or empty
         */
        default void output(Call call, Place place, Role role, Node site, String partial) {}

        /** A block asks whether to render a branch; only those of the prompt itself. */
        default void branch(Call call, Place place) {}
    }

    void walk(Template template, Value inputs) {
        nodes(template.nodes(), Place.of(inputs), new Inside("", null, 0));
    }

    /** Which partial is walked, if any, and the node of the prompt that led there. */
    private record Inside(
            String partial,
            @org.jspecify.annotations.Nullable Node site,
            int depth) {}

    private void nodes(List<Node> nodes, Place place, Inside inside) {
        for (Node node : nodes) {
            if (inside.depth > 0 && ++nodesOfPartials > MOST_NODES) {
                return;
            }
            switch (node) {
                case Node.Output output -> output(output, place, inside);
                case Node.Block block -> block.branches().forEach(branch -> branch(branch, place, inside));
                case Node.Partial partial -> partial(partial, place, inside);
                case Node.Text text -> {}
                case Node.Comment comment -> {}
            }
        }
    }

    private void output(Node.Output output, Place place, Inside inside) {
        Call call = output.call();
        Node site = inside.site == null ? output : inside.site;
        rules.forEach(rule -> rule.output(call, place, role, site, inside.partial));
        if (helper(call, place).filter(Helper.ROLE::equals).isPresent()
                && call.arguments().getFirst() instanceof Expression.Literal literal) {
            role = RoleName.find(String.valueOf(literal.value())).orElse(role);
        }
    }

    /** The helper that a tag calls; a name of a block around hides it. */
    static Optional<Helper> helper(Call call, Place place) {
        boolean simple = call.target().isSimple() && place.named(call.target().text()) == null;
        return simple ? Helper.find(call.target().text()) : Optional.empty();
    }

    private void branch(Node.Branch branch, Place place, Inside inside) {
        Call call = branch.call();
        Place body = place;
        if (call != null && !call.arguments().isEmpty()) {
            if (inside.depth == 0) {
                rules.forEach(rule -> rule.branch(call, place));
            }
            Value subject = place.of(call.arguments().getFirst());
            body = switch (call.target().text()) {
                case "each" -> place.enter(subject.element()).withNames(branch.parameters(), subject.element());
                case "with" -> place.enter(subject).withNames(branch.parameters(), subject);
                default -> place;
            };
        }
        nodes(branch.body(), body, inside);
    }

    private void partial(Node.Partial partial, Place place, Inside inside) {
        String name = partial.staticName();
        Optional<Template> template = name == null || inside.depth >= DEEPEST ? Optional.empty() : partials.apply(name);
        if (template.isEmpty()) {
            return;
        }
        Map<String, Value> passed = new HashMap<>();
        partial.named().forEach(named -> passed.put(named.name(), place.of(named.value())));
        Place seen = partial.context() == null ? place : place.enter(place.of(partial.context()));
        Node site = inside.site == null ? partial : inside.site;
        nodes(template.get().nodes(), seen.inPartial(passed), new Inside(String.valueOf(name), site, inside.depth + 1));
    }
}
