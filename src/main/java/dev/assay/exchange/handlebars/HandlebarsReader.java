package dev.assay.exchange.handlebars;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Role;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.render.Printing;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Literal;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.RoleName;
import dev.assay.prompt.template.TemplateParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a prompt file means, its partials written out. What has no meaning elsewhere is refused in the report. */
public final class HandlebarsReader {
    private static final int DEEPEST_PARTIAL = 16;

    private final PartialSource partials;
    private final Report.Builder report;
    private final List<Turn> turns = new ArrayList<>();
    private Role role = Role.USER;
    private List<Part> message = new ArrayList<>();
    private SourceText source;
    private int made;
    private int depth;
    private int partialDepth;

    private HandlebarsReader(SourceText source, PartialSource partials, Report.Builder report) {
        this.source = source;
        this.partials = partials;
        this.report = report;
    }

    /** The steps of the conversation; throws {@link dev.assay.llm.InputException} where the prompt has errors. */
    public static List<Turn> read(PromptTemplate prompt, PartialSource partials, Report.Builder report) {
        prompt.requireValid();
        var reader = new HandlebarsReader(new SourceText(prompt.file(), prompt.source()), partials, report);
        reader.nodes(nodesOf(prompt), HandlebarsScope.root(), reader.message);
        reader.finish();
        return List.copyOf(reader.turns);
    }

    private static List<Node> nodesOf(PromptTemplate prompt) {
        FileLayout layout = FileLayout.of(prompt.source());
        return TemplateParser.parse(
                        new SourceText(prompt.file(), prompt.source()), layout.bodyStart(), layout.bodyEnd())
                .nodes();
    }

    private void nodes(List<Node> nodes, HandlebarsScope scope, List<Part> parts) {
        for (Node node : nodes) {
            // A role begins a new message, which the nodes after it belong to.
            List<Part> target = depth == 0 ? message : parts;
            switch (node) {
                case Node.Text text -> target.add(new Part.Text(text.text()));
                case Node.Comment comment -> {}
                case Node.Output output -> output(output, scope, target);
                case Node.Block block -> block(block, scope, target);
                case Node.Partial partial -> partial(partial, scope, target);
            }
        }
    }

    private void output(Node.Output node, HandlebarsScope scope, List<Part> parts) {
        Call call = node.call();
        if (scope.known(call.target()) instanceof Literal literal) {
            Printing.of(literal.value(), false).ifPresent(text -> parts.add(new Part.Text(text)));
            return;
        }
        boolean hidden = scope.hides(call.target().text());
        Optional<Helper> helper = hidden || !call.target().isSimple()
                ? Optional.empty()
                : Helper.find(call.target().text());
        if (helper.isEmpty()) {
            value(call.target(), scope, node).ifPresent(ref -> parts.add(new Part.Value(ref)));
            return;
        }
        switch (helper.get()) {
            case ROLE -> role(node);
            case HISTORY -> history(node);
            case JSON ->
                value(call.arguments().getFirst(), scope, node)
                        .ifPresent(ref -> parts.add(new Part.Json(ref, indent(call))));
            case LOOKUP ->
                value(new Expression.SubExpression(node.start(), node.end(), call), scope, node)
                        .ifPresent(ref -> parts.add(new Part.Value(ref)));
            case MEDIA -> media(call, scope, node, parts);
            case SECTION, LOG -> report.leftOut(place(node.start()), text(node), "left out: it sends nothing");
            default -> refuse(node, "has no equivalent");
        }
    }

    private void role(Node.Output node) {
        Object name = node.call().arguments().getFirst() instanceof Literal literal ? literal.value() : null;
        Optional<Role> next = name == null ? Optional.empty() : RoleName.find(name.toString());
        if (depth > 0 || next.isEmpty()) {
            refuse(node, "stands inside a block or is computed: other tools need the roles to be fixed");
            return;
        }
        finish();
        role = next.get();
    }

    private void history(Node.Output node) {
        if (depth > 0) {
            refuse(node, "stands inside a block: other tools need its place to be fixed");
            return;
        }
        finish();
        turns.add(new Turn.History());
        role = Role.ASSISTANT;
    }

    /** White space alone is no message. */
    private void finish() {
        boolean blank = message.stream()
                .allMatch(part -> part instanceof Part.Text text && text.text().isBlank());
        if (!blank) {
            turns.add(new Turn.Message(role, message));
        }
        message = new ArrayList<>();
    }

    private void media(Call call, HandlebarsScope scope, Node node, List<Part> parts) {
        Expression url = call.named("url");
        if (url instanceof Expression.Path path) {
            scope.find(path).ifPresent(ref -> parts.add(new Part.Media(ref, null)));
        } else {
            refuse(node, "has an address written out: make it an input");
        }
    }

    private void block(Node.Block block, HandlebarsScope scope, List<Part> parts) {
        Node.Branch first = block.branches().getFirst();
        Call call = first.call();
        if (call == null) {
            return;
        }
        depth++;
        List<Part> otherwise = new ArrayList<>();
        List<Part.Branch> branches = new ArrayList<>();
        boolean walks =
                call.target().text().equals("each") || call.target().text().equals("with");
        List<Node.Branch> rest =
                walks ? block.branches().subList(1, block.branches().size()) : block.branches();
        for (Node.Branch branch : rest) {
            Optional<Boolean> known = WrittenCondition.of(branch.call(), scope);
            if (known.isEmpty()) {
                branch(branch, block, scope, branches, otherwise);
            } else if (known.get()) {
                nodes(branch.body(), scope, otherwise);
                break;
            }
        }
        depth--;
        List<Part> whole = branches.isEmpty() ? otherwise : List.of(new Part.Choice(branches, otherwise));
        if (walks) {
            walk(first, call, block, scope, whole).ifPresent(parts::add);
        } else {
            parts.addAll(whole);
        }
    }

    private void branch(
            Node.Branch branch,
            Node.Block block,
            HandlebarsScope scope,
            List<Part.Branch> branches,
            List<Part> otherwise) {
        List<Part> body = new ArrayList<>();
        nodes(branch.body(), scope, body);
        Call call = branch.call();
        if (call == null) {
            otherwise.addAll(body);
            return;
        }
        Optional<Condition> condition = condition(call, scope, block);
        condition.ifPresent(one -> branches.add(new Part.Branch(one, body)));
    }

    private Optional<Condition> condition(Call call, HandlebarsScope scope, Node node) {
        Expression first = scope.known(call.arguments().getFirst());
        Expression second =
                call.arguments().size() > 1 ? scope.known(call.arguments().get(1)) : null;
        if (second != null && first instanceof Literal) {
            Expression other = second;
            second = first;
            first = other;
        }
        return condition(call, first, second, scope, node);
    }

    private Optional<Condition> condition(
            Call call, Expression first, @Nullable Expression second, HandlebarsScope scope, Node node) {
        String word = call.target().text();
        boolean negated = word.startsWith("unless");
        if (!call.named().isEmpty() || word.equals("each") || word.equals("with")) {
            refuse(node, "has a form of condition that has no equivalent");
            return Optional.empty();
        }
        return value(first, scope, node).flatMap(ref -> {
            Optional<Condition> positive = switch (second) {
                case null -> Optional.of(new Condition.Truthy(ref));
                case Literal literal -> Optional.of(new Condition.Same(ref, literal.value()));
                default -> value(second, scope, node).map(other -> new Condition.SameValues(ref, other));
            };
            return positive.map(one -> negated ? new Condition.Not(one) : one);
        });
    }

    private Optional<Part> walk(
            Node.Branch first, Call call, Node.Block block, HandlebarsScope scope, List<Part> otherwise) {
        boolean loop = call.target().text().equals("each");
        Optional<Ref> over = value(call.arguments().getFirst(), scope, block);
        if (over.isEmpty()) {
            return Optional.empty();
        }
        made++;
        String element = first.parameters().isEmpty()
                ? "item" + (made > 1 ? made : "")
                : first.parameters().getFirst();
        List<Part> body = new ArrayList<>();
        depth++;
        nodes(first.body(), scope.inside(Ref.element(element, List.of()), loop, first.parameters()), body);
        depth--;
        String key = first.parameters().size() > 1 ? first.parameters().get(1) : null;
        return Optional.of(
                loop
                        ? new Part.Loop(over.get(), element, key, body, otherwise)
                        : new Part.Within(over.get(), element, body, otherwise));
    }

    private void partial(Node.Partial node, HandlebarsScope scope, List<Part> parts) {
        String name = node.staticName();
        PromptTemplate partial = name == null ? null : partials.find(name).orElse(null);
        if (partial == null || partialDepth >= DEEPEST_PARTIAL) {
            refuse(node, partial == null ? "names a partial that is not there" : "includes itself");
            return;
        }
        partial.requireValid();
        Map<String, Ref> passed = new LinkedHashMap<>();
        Map<String, Literal> written = new LinkedHashMap<>();
        for (Expression.Named named : node.named()) {
            if (scope.known(named.value()) instanceof Literal literal) {
                written.put(named.name(), literal);
            } else {
                value(named.value(), scope, node).ifPresent(ref -> passed.put(named.name(), ref));
            }
        }
        Optional<Ref> context = node.context() == null ? Optional.of(scope.base()) : value(node.context(), scope, node);
        if (context.isEmpty()) {
            return;
        }
        SourceText outside = source;
        source = new SourceText(partial.file(), partial.source());
        partialDepth++;
        List<Part> inside = new ArrayList<>();
        if (node.indent().isEmpty()) {
            nodes(nodesOf(partial), scope.partial(context.get(), passed, written), parts);
        } else {
            depth++;
            nodes(nodesOf(partial), scope.partial(context.get(), passed, written), inside);
            depth--;
            (depth == 0 ? message : parts).addAll(indented(inside, node.indent()));
        }
        partialDepth--;
        source = outside;
        report.converted(place(node.start()), "{{> " + name + "}}", "written out");
    }

    /** The lines of a partial are indented as the place is that takes it in. */
    private static List<Part> indented(List<Part> parts, String indent) {
        List<Part> all = new ArrayList<>();
        boolean lineStart = true;
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                String moved = text.text()
                        .replaceAll("\n(?=[\\s\\S])", "\n" + java.util.regex.Matcher.quoteReplacement(indent));
                all.add(new Part.Text((lineStart && !text.text().isEmpty() ? indent : "") + moved));
                lineStart = text.text().endsWith("\n");
            } else {
                if (lineStart) {
                    all.add(new Part.Text(indent));
                }
                all.add(part);
                lineStart = false;
            }
        }
        return all;
    }

    private Optional<Ref> value(Expression expression, HandlebarsScope scope, Node node) {
        Optional<Ref> found = switch (expression) {
            case Expression.Path path -> scope.find(path);
            case Expression.SubExpression computed -> looked(computed.call(), scope, node);
            case Literal literal -> Optional.empty();
        };
        if (found.isEmpty()) {
            refuse(node, "has a value that other languages cannot reach");
        }
        return found;
    }

    private Optional<Ref> looked(Call call, HandlebarsScope scope, Node node) {
        boolean fixed = call.target().text().equals("lookup")
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof Literal;
        if (!fixed) {
            return Optional.empty();
        }
        Object key = ((Literal) call.arguments().get(1)).value();
        return value(call.arguments().getFirst(), scope, node).map(ref -> ref.then(List.of(String.valueOf(key))));
    }

    private static int indent(Call call) {
        @Nullable Expression by = call.named("indent");
        return by instanceof Literal literal && literal.value() instanceof Number count
                ? Math.clamp(count.longValue(), 0, 10)
                : 0;
    }

    private void refuse(Node node, String why) {
        report.refused(place(node.start()), text(node), why);
    }

    private String place(int offset) {
        var at = source.locate(offset);
        return partialDepth > 0 ? at.toString() : "line " + at.line();
    }

    private String text(Node node) {
        String whole = source.text()
                .substring(node.start(), Math.min(node.end(), source.text().length()));
        return whole.lines().findFirst().orElse("");
    }
}
