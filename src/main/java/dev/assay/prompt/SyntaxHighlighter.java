package dev.assay.prompt;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.template.TemplateLexer;
import java.util.List;

/** Finds what to colour in a prompt file. A pure function of the text; right also while the text is broken. */
public final class SyntaxHighlighter {

    private SyntaxHighlighter() {}

    /** The stretches to colour, sorted, not overlapping; stretches of plain text are left out. */
    public static List<SyntaxSpan> highlight(String source) {
        var layout = FileLayout.of(source);
        var spans = new SpanList();
        if (layout.hasFrontMatter()) {
            FrontMatterSpans.add(source, layout, spans);
        }
        var body = new TemplateSpans(spans);
        TemplateLexer.lex(source, layout.bodyStart(), layout.bodyEnd()).pieces().forEach(body::add);
        return spans.finish();
    }
}
