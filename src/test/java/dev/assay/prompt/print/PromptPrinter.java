package dev.assay.prompt.print;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.TemplateParser;

/** Writes a prompt file anew: its front matter stays letter by letter, its body is printed from the parsed tree. */
public final class PromptPrinter {
    private PromptPrinter() {}

    /**
     * The file with its body printed.
     *
     * @param text a prompt file whose body has no problems
     */
    public static String print(String text) {
        var layout = FileLayout.of(text);
        var body = TemplateParser.parse(new SourceText("", text), layout.bodyStart(), layout.bodyEnd());
        if (layout.hasFrontMatter()) {
            return text.substring(0, layout.bodyStart())
                    + TemplatePrinter.printTrimmed(body)
                    + text.substring(layout.bodyEnd());
        }
        String printed = TemplatePrinter.print(body);
        boolean mistaken =
                printed.startsWith("\ufeff") || FileLayout.of(printed).hasFrontMatter();
        return text.substring(0, layout.bodyStart()) + (mistaken ? TextEscapes.BARRIER : "") + printed;
    }
}
