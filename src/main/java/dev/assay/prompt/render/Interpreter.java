package dev.assay.prompt.render;

import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.RoleName;
import dev.assay.prompt.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders one template, and the partials in it, by walking its tree. */
public final class Interpreter {
    /** How deep partials may include each other; it also bounds recursion. */
    public static final int DEEPEST = 32;

    private final Template template;
    private final Rendering rendering;
    private final Output output;
    private final boolean strict;
    private final Lookup lookup;
    private final BlockRenderer blocks;

    private Interpreter(Template template, Rendering rendering, Output output) {
        this.template = template;
        this.rendering = rendering;
        this.output = output;
        this.strict = rendering.inputs().dialect().isStrict();
        this.lookup = new Lookup(template, rendering.inputs().optional(), strict, rendering.budget());
        this.blocks = new BlockRenderer(
                lookup, this::render, offset -> rendering.budget().step(template, offset));
    }

    /** What stays the same through one rendering; {@code active} are the partials being rendered, outermost first. */
    private record Rendering(
            Inputs inputs, Function<String, Optional<Template>> partials, Budget budget, List<String> active) {
        Rendering inside(String partial) {
            var deeper = new ArrayList<>(active);
            deeper.add(partial);
            return new Rendering(inputs, partials, budget, List.copyOf(deeper));
        }
    }

    /**
     * Renders a template that has no problems.
     *
     * @param partials finds partials by name
     * @throws InputException where a value or partial is missing or a limit is passed; names file, line and column
     */
    public static List<Fragment> render(
            Template template, Inputs inputs, Function<String, Optional<Template>> partials) {
        var fragments = new FragmentList();
        Map<String, @Nullable Object> data = new LinkedHashMap<>(inputs.context());
        data.put("root", inputs.values());
        var scope = new Scope(inputs.values(), true, null, new Frame.Given(data), null);
        var rendering = new Rendering(inputs, partials, new Budget(), List.of());
        new Interpreter(template, rendering, fragments).render(template.nodes(), scope);
        return fragments.finish();
    }

    private void render(List<Node> nodes, Scope scope) {
        for (Node node : nodes) {
            rendering.budget().step(template, node.start());
            switch (node) {
                case Node.Text text -> print(text.text(), node);
                case Node.Output value -> renderOutput(value, scope);
                case Node.Block block -> blocks.render(block, scope);
                case Node.Partial partial -> renderPartial(partial, scope);
                case Node.Comment comment -> {}
            }
        }
    }

    private void renderOutput(Node.Output node, Scope scope) {
        Call call = node.call();
        Expression.Path target = call.target();
        Optional<Helper> helper =
                target.isSimple() && !scope.names(target.text()) ? Helper.find(target.text()) : Optional.empty();
        if (helper.isEmpty()) {
            print(printed(call, lookup.require(call.target(), scope)), node);
            return;
        }
        switch (helper.get()) {
            case ROLE -> output.mark(new Fragment.RoleMark(role(call, scope)));
            case HISTORY -> output.mark(new Fragment.HistoryMark());
            case SECTION -> output.mark(new Fragment.SectionMark(section(argument(call, scope))));
            case MEDIA -> output.mark(media(call, scope));
            case JSON -> output.text(lookup.json(call, scope));
            case LOOKUP ->
                print(
                        printed(call, lookup.ask(new Expression.SubExpression(node.start(), node.end(), call), scope)),
                        node);
            default -> {}
        }
    }

    private Role role(Call call, Scope scope) {
        String name = argument(call, scope);
        return RoleName.find(name).orElseThrow(() -> template.source().error(call.start(), RoleName.mend(name)));
    }

    /** The reference reads the name back from text, up to the first blank. */
    private String section(String name) {
        int blank = name.indexOf(' ');
        return strict || blank < 0 ? name : name.substring(0, blank);
    }

    private String argument(Call call, Scope scope) {
        return spent(call, printed(call, lookup.require(call.arguments().getFirst(), scope)));
    }

    private String spent(Call call, String text) {
        rendering.budget().spend(text.length(), template, call.start());
        return text;
    }

    private Fragment media(Call call, Scope scope) {
        String url = optional(call, "url", scope);
        if (url == null || url.isBlank()) {
            throw template.source().error(call.start(), "the address of this medium is empty: give url a value");
        }
        return new Fragment.MediaMark(url, optional(call, "contentType", scope));
    }

    private @Nullable String optional(Call call, String name, Scope scope) {
        Expression expression = call.named(name);
        Object value = expression == null ? null : lookup.require(expression, scope);
        return value == null ? null : spent(call, printed(call, value));
    }

    private String printed(Call call, @Nullable Object value) {
        return Printing.of(value, !strict)
                .orElseThrow(() -> template.source()
                        .error(
                                call.start(),
                                "'" + call.target().text() + "' has fields and no text of its own: name one of them"
                                        + " or write {{json ...}}"));
    }

    private void print(String text, Node node) {
        if (!text.isEmpty()) {
            rendering.budget().spend(text.length(), template, node.start());
            output.text(text);
        }
    }

    private void renderPartial(Node.Partial node, Scope scope) {
        String name =
                node.staticName() == null ? String.valueOf(lookup.require(node.name(), scope)) : node.staticName();
        if (rendering.active().size() >= DEEPEST) {
            throw template.source()
                    .error(node.start(), "partials include each other more than " + DEEPEST + " deep: nest them less");
        }
        if (rendering.active().contains(name)) {
            throw template.source()
                    .error(
                            node.start(),
                            "partial '" + name + "' includes itself (" + String.join(" > ", rendering.active()) + " > "
                                    + name + "): break the circle");
        }
        Template partial = rendering
                .partials()
                .apply(name)
                .orElseThrow(() -> template.source().error(node.start(), "there is no partial '" + name + "'"));
        Output target = node.indent().isEmpty()
                ? output
                : new IndentedOutput(
                        output,
                        node.indent(),
                        () -> rendering.budget().spend(node.indent().length(), template, node.start()));
        new Interpreter(partial, rendering.inside(name), target).render(partial.nodes(), partialScope(node, scope));
    }

    /** A partial sees the current value or the one passed, with the named values on top; it sees no block parameters. */
    private Scope partialScope(Node.Partial node, Scope scope) {
        Scope inner = node.context() == null ? scope : scope.enter(lookup.ask(node.context(), scope));
        Object value = inner.value();
        if (!node.named().isEmpty()) {
            value = merged(node, value, scope);
        }
        return new Scope(value, inner.inputs(), inner.outer(), inner.loop(), null);
    }

    private Map<String, @Nullable Object> merged(Node.Partial node, @Nullable Object value, Scope scope) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                rendering.budget().step(template, node.start());
                merged.put(String.valueOf(key), one);
            });
        }
        for (Expression.Named named : node.named()) {
            rendering.budget().step(template, node.start());
            merged.put(named.name(), lookup.require(named.value(), scope));
        }
        return merged;
    }
}
