package dev.assay.prompt.assist.mend;

import dev.assay.llm.NearestName;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.Severity;
import dev.assay.prompt.assist.Declarations;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.NameUse;
import dev.assay.prompt.assist.Names;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the ways to mend a problem. Pure functions of the text and of what the workspace knows. */
public final class QuickFixes {
    private final ParsedPrompt prompt;
    private final Known known;
    private final Names names;

    private QuickFixes(String text, Known known) {
        this.prompt = ParsedPrompt.of(text, known.definitions().get());
        this.known = known;
        this.names = Names.of(prompt);
    }

    /** The ways to mend one problem of a text; may be empty. */
    public static List<QuickFix> of(String text, Diagnostic problem, Known known) {
        return new QuickFixes(text, known).of(problem);
    }

    /**
     * What can be done at an offset: the mends of the problems there, and declaring an input that stands there.
     *
     * @param problems all problems of the text
     */
    public static List<QuickFix> at(String text, int offset, List<Diagnostic> problems, Known known) {
        var fixes = new QuickFixes(text, known);
        Map<String, QuickFix> found = new LinkedHashMap<>();
        problems.stream()
                .filter(problem -> problem.start() <= offset && offset <= Math.max(problem.end(), problem.start() + 1))
                .flatMap(problem -> fixes.of(problem).stream())
                .forEach(fix -> found.putIfAbsent(fix.title(), fix));
        fixes.names
                .at(offset)
                .filter(use -> use.kind() == NameUse.Kind.INPUT)
                .ifPresent(use -> fixes.declare(use.name()).forEach(fix -> found.putIfAbsent(fix.title(), fix)));
        return List.copyOf(found.values());
    }

    private List<QuickFix> of(Diagnostic problem) {
        var fixes = new ArrayList<>(mends(problem));
        if (problem.severity() != Severity.ERROR) {
            new FrontMatterFixes(prompt).ignore(problem.name()).ifPresent(fixes::add);
        }
        return fixes;
    }

    private List<QuickFix> mends(Diagnostic problem) {
        return switch (problem.name()) {
            case "undefined-variable" -> undefined(problem);
            case "unused-variable" -> unused(problem);
            case "missing-partial" -> missingPartial(problem);
            case "unclosed-block", "unmatched-closing-block", "empty-block" -> new BlockFixes(prompt).of(problem);
            case "unbalanced-brace", "invalid-expression" -> new BraceFixes(prompt).of(problem);
            case "unknown-helper", "unknown-block-helper", "deprecated-helper", "invalid-role", "invalid-arguments" ->
                new HelperFixes(prompt).of(problem);
            case "unknown-tool", "invalid-schema" -> new DefinitionFixes(prompt).of(problem);
            case "unclosed-front-matter", "unknown-parameter" -> new FrontMatterFixes(prompt).of(problem);
            default -> List.of();
        };
    }

    private List<QuickFix> undefined(Diagnostic problem) {
        var fixes = new ArrayList<QuickFix>();
        names.uses().stream()
                .filter(use -> use.kind() == NameUse.Kind.INPUT)
                .filter(use -> problem.start() <= use.start() && use.end() <= problem.end())
                .findFirst()
                .ifPresent(use -> {
                    fixes.addAll(declare(use.name()));
                    NearestName.find(use.name(), new Declarations(prompt).names())
                            .ifPresent(near -> fixes.add(renameAll(use.name(), near)));
                });
        return fixes;
    }

    private QuickFix renameAll(String name, String near) {
        List<Replacement> edits = names.uses().stream()
                .filter(use -> use.kind() == NameUse.Kind.INPUT && use.name().equals(name))
                .map(use -> new Replacement(use.start(), use.end(), near))
                .toList();
        return new QuickFix("Change to '" + near + "'", edits, null);
    }

    private List<QuickFix> declare(String name) {
        boolean declared = prompt.template().variables().stream()
                .anyMatch(variable -> variable.declared() && variable.name().equals(name));
        if (declared) {
            return List.of();
        }
        return new SchemaEdits(prompt)
                .declare(name, type(name)).stream()
                        .map(edit -> QuickFix.edit("Declare '" + name + "' in input.schema", edit))
                        .toList();
    }

    /** What is walked is a list, everything else probably text. */
    private String type(String name) {
        boolean walked = names.uses().stream()
                .filter(use -> use.kind() == NameUse.Kind.INPUT && use.name().equals(name))
                .anyMatch(use -> prompt.text().substring(0, use.start()).matches("(?s).*\\{\\{~?#each\\s+"));
        return walked ? "array" : "string";
    }

    private List<QuickFix> unused(Diagnostic problem) {
        return new Declarations(prompt)
                .at(problem.start()).stream()
                        .map(name -> new QuickFix(
                                "Remove '" + name + "' from the inputs", new SchemaEdits(prompt).remove(name), null))
                        .filter(fix -> !fix.edits().isEmpty())
                        .toList();
    }

    private List<QuickFix> missingPartial(Diagnostic problem) {
        var fixes = new ArrayList<QuickFix>();
        names.partials().stream()
                .filter(use -> problem.start() <= use.start() && use.end() <= problem.end())
                .filter(use -> known.partials().find(use.name()).isEmpty())
                .findFirst()
                .ifPresent(use -> {
                    NearestName.find(use.name(), known.partialNames().get())
                            .ifPresent(near -> fixes.add(QuickFix.edit(
                                    "Change to '" + near + "'", new Replacement(use.start(), use.end(), near))));
                    if (!PartialSource.isName(use.name())) {
                        return;
                    }
                    fixes.add(new QuickFix(
                            "Create the partial " + QuickFix.fileName(use.name()) + ".prompt",
                            List.of(),
                            new NewFile(NewFile.Kind.PARTIAL, use.name())));
                });
        return fixes;
    }
}
