package dev.assay.prompt;

import dev.assay.prompt.render.Interpreter;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a prompt together with the partials it includes. */
public final class PromptLint {
    private final PromptTemplate template;
    private final PartialSource partials;
    private final Diagnostics diagnostics;
    private final Set<String> sound = new HashSet<>();

    private PromptLint(PromptTemplate template, PartialSource partials) {
        this.template = template;
        this.partials = partials;
        this.diagnostics = new Diagnostics(template.body().source());
    }

    /**
     * Everything that is wrong with the prompt, by position: its own diagnostics and those of its partials. Findings that
     * are no errors can be silenced by name with {@code assay.ignore} in the front matter.
     */
    public static List<Diagnostic> check(PromptTemplate template, PartialSource partials) {
        var lint = new PromptLint(template, partials);
        template.diagnostics(partials).forEach(lint.diagnostics::add);
        partialsIn(template.body().nodes()).forEach(lint::reference);
        lint.emptyBlocks(template.body().nodes());
        DefaultsCheck.check(template, lint.diagnostics);
        if (template.diagnostics().stream().noneMatch(one -> one.severity() == Severity.ERROR)) {
            template.rules().check(name -> partials.find(name).map(PromptTemplate::body), lint::rule);
        }
        Set<String> ignored = ignored(template.frontMatter());
        return lint.diagnostics.sorted().stream()
                .filter(one -> one.severity() == Severity.ERROR || !ignored.contains(one.name()))
                .toList();
    }

    /** The findings that the author does not want to hear of: {@code assay.ignore: [long-template]}. */
    private static Set<String> ignored(FrontMatter frontMatter) {
        Object written = frontMatter.ext().getOrDefault("assay", Map.of()).get("ignore");
        List<?> names = written instanceof List<?> list ? list : written == null ? List.of() : List.of(written);
        return names.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private void rule(Problem problem) {
        boolean length =
                problem.name().equals("long-template") || problem.name().equals("token-count");
        Severity severity = length ? Severity.INFO : Severity.WARNING;
        diagnostics.add(severity, problem.name(), problem.message(), problem.start(), problem.end());
    }

    private static Stream<Node.Partial> partialsIn(List<Node> nodes) {
        return nodes.stream().flatMap(node -> switch (node) {
            case Node.Partial partial -> Stream.of(partial);
            case Node.Block block -> block.branches().stream().flatMap(branch -> partialsIn(branch.body()));
            default -> Stream.empty();
        });
    }

    private void emptyBlocks(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Node.Block block) {
                if (block.branches().stream().allMatch(branch -> isBlank(branch.body()))) {
                    report(
                            Severity.WARNING,
                            "empty-block",
                            "this block prints nothing: give it content or remove it",
                            block);
                }
                block.branches().forEach(branch -> emptyBlocks(branch.body()));
            }
        }
    }

    private static boolean isBlank(List<Node> nodes) {
        return nodes.stream().allMatch(node -> switch (node) {
            case Node.Text text -> text.text().isBlank();
            case Node.Comment comment -> true;
            default -> false;
        });
    }

    private void reference(Node.Partial node) {
        String name = node.staticName();
        if (name == null) {
            report(Severity.INFO, "unverified-partial", "the name of this partial is only known when rendering", node);
            return;
        }
        follow(name, List.of()).ifPresent(fault -> report(Severity.ERROR, fault.name, fault.message, node));
        partials.find(name)
                .filter(partial -> !partial.frontMatter().raw().isEmpty())
                .ifPresent(partial -> report(
                        Severity.WARNING,
                        "partial-front-matter",
                        "the front matter of partial '" + name
                                + "' is left out here, but other readers of the format print it: remove it",
                        node));
    }

    private record Fault(String name, String message) {}

    /** The first fault in a partial and those it includes; {@code active} are those that lead to it. */
    private Optional<Fault> follow(String name, List<String> active) {
        if (active.contains(name)) {
            return Optional.of(new Fault(
                    "circular-partial",
                    "partial '" + name + "' includes itself (" + String.join(" > ", active) + " > " + name
                            + "): break the circle"));
        }
        if (sound.contains(name)) {
            return Optional.empty();
        }
        Optional<PromptTemplate> partial = partials.find(name);
        if (partial.isEmpty()) {
            String through = active.isEmpty() ? "" : ", which '" + active.getLast() + "' includes";
            return Optional.of(new Fault(
                    "missing-partial",
                    "there is no partial '" + name + "'" + through + ": "
                            + (PartialSource.isName(name)
                                    ? "create prompts/" + fileOf(name) + ", or correct the name"
                                    : "write a path within prompts/, without the underscore, such as shared/tone")));
        }
        if (active.size() >= Interpreter.DEEPEST) {
            return Optional.of(new Fault(
                    "deep-partials",
                    "partials include each other more than " + Interpreter.DEEPEST + " deep (" + active.getFirst()
                            + " > ... > " + name + "): nest them less"));
        }
        var deeper = new ArrayList<>(active);
        deeper.add(name);
        Optional<Fault> fault = ownError(name, partial.get())
                .or(() -> partialsIn(partial.get().body().nodes())
                        .map(Node.Partial::staticName)
                        .flatMap(Stream::ofNullable)
                        .flatMap(inner -> follow(inner, deeper).stream())
                        .findFirst());
        if (fault.isEmpty()) {
            sound.add(name);
        }
        return fault;
    }

    private static String fileOf(String partial) {
        int name = partial.lastIndexOf('/') + 1;
        return partial.substring(0, name) + "_" + partial.substring(name) + ".prompt";
    }

    private static Optional<Fault> ownError(String name, PromptTemplate partial) {
        return partial.diagnostics().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .findFirst()
                .map(one -> new Fault(
                        "invalid-partial",
                        "partial '" + name + "' has an error at " + one.location() + ": " + one.message()));
    }

    private void report(Severity severity, String name, String message, Node node) {
        diagnostics.add(severity, name, message, node.start(), node.end());
    }
}
