package dev.assay.ui.editor;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptLint;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.SyntaxHighlighter;
import dev.assay.prompt.SyntaxSpan;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.List;

/**
 * What there is to show about a text.
 *
 * @param spans what to colour, sorted, not overlapping
 * @param problems what to underline
 */
public record Analysis(List<SyntaxSpan> spans, List<Diagnostic> problems) {
    public Analysis {
        spans = List.copyOf(spans);
        problems = List.copyOf(problems);
    }

    /** The analysis of a prompt file with the partials that it includes. */
    public static Analysis ofPrompt(String text, PartialSource partials, Definitions definitions) {
        return new Analysis(
                SyntaxHighlighter.highlight(text),
                PromptLint.check(PromptTemplate.parse("prompt", text, definitions), partials));
    }

    /** The colours of a prompt file that is only read: what was wrong with it does not matter any more. */
    public static Analysis ofColours(String text) {
        return new Analysis(SyntaxHighlighter.highlight(text), List.of());
    }
}
