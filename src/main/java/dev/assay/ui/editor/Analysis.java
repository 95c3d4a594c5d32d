package dev.assay.ui.editor;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.SyntaxHighlighter;
import dev.assay.prompt.SyntaxSpan;
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

    /** The analysis of a prompt file. */
    public static Analysis ofPrompt(String text) {
        return new Analysis(
                SyntaxHighlighter.highlight(text),
                PromptTemplate.parse("prompt", text).diagnostics());
    }
}
