package dev.assay.ui.prompts.document;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptLint;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.Severity;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.List;

/**
 * What the parser makes of a text and of the partials that it includes.
 *
 * @param template the text itself
 * @param problems what is wrong with it or with its partials, by position
 * @param variables its inputs, those that only its partials use among them
 */
public record Parsed(PromptTemplate template, List<Diagnostic> problems, List<PromptVariable> variables) {
    public Parsed {
        problems = List.copyOf(problems);
        variables = List.copyOf(variables);
    }

    /** Parses a text; reads its partials. */
    public static Parsed of(String path, String text, PartialSource partials, Definitions definitions) {
        var template = PromptTemplate.parse(path, text, definitions);
        return new Parsed(template, PromptLint.check(template, partials), template.variables(partials));
    }

    /** Whether it cannot be rendered, whatever the values. */
    public boolean broken() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
