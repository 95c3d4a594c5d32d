package dev.assay.prompt.assist;

import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.frontmatter.SettingsReader;
import dev.assay.prompt.inputs.SchemaType;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.TemplateLexer;
import java.util.List;
import java.util.Map;

/**
 * A prompt's text in parts with their places. Lines of the front matter that break its YAML count as blank, so that the
 * others are still known while one is being typed.
 *
 * @param text the whole file
 * @param layout where front matter and body stand
 * @param settings the front matter that can be read
 * @param template parsed from what can be read; offsets are those of {@code text}
 * @param definitions schemas and tools that it may name
 * @param pieces text and tags of the body, without gaps
 */
public record ParsedPrompt(
        String text,
        FileLayout layout,
        Settings settings,
        PromptTemplate template,
        Definitions definitions,
        List<Piece> pieces) {
    private static final int MOST_BROKEN_LINES = 3;

    /** Parses any text. */
    public static ParsedPrompt of(String text) {
        return of(text, Definitions.NONE);
    }

    /**
     * Parses any text.
     *
     * @param definitions schemas and tools that it may name
     */
    public static ParsedPrompt of(String text, Definitions definitions) {
        var layout = FileLayout.of(text);
        String readable = text;
        var settings = Settings.EMPTY;
        if (layout.hasFrontMatter()) {
            settings = SettingsReader.read(text, layout.yamlStart(), layout.yamlEnd());
            for (int i = 0; settings.problem() != null && i < MOST_BROKEN_LINES; i++) {
                readable = blankLine(readable, settings.problem().start(), layout);
                settings = SettingsReader.read(readable, layout.yamlStart(), layout.yamlEnd());
            }
        }
        return new ParsedPrompt(
                text,
                layout,
                settings,
                PromptTemplate.parse("prompt", readable, definitions),
                definitions,
                TemplateLexer.lex(text, layout.bodyStart(), layout.bodyEnd()).pieces());
    }

    /** The inputs' schema in JSON's words. */
    public SchemaType inputs() {
        Object written =
                template.frontMatter().raw().get("input") instanceof Map<?, ?> input ? input.get("schema") : null;
        return written == null
                ? SchemaType.UNKNOWN
                : new SchemaType(Picoschema.convert(written, definitions).schema());
    }

    /** Whether an offset lies between the fences of the front matter. */
    public boolean inFrontMatter(int offset) {
        return layout.hasFrontMatter()
                && offset >= layout.yamlStart()
                && offset <= layout.yamlEnd()
                && (offset < layout.yamlEnd() || !layout.closed());
    }

    private static String blankLine(String text, int offset, FileLayout layout) {
        int at = Math.clamp(offset, layout.yamlStart(), Math.max(layout.yamlStart(), layout.yamlEnd() - 1));
        // YAML often notices a mistake only at the start of the line after it.
        if (at > layout.yamlStart() && at < text.length() && isLineStart(text, at) && text.charAt(at) != ' ') {
            at--;
        }
        int start = at;
        while (start > layout.yamlStart() && text.charAt(start - 1) != '\n') {
            start--;
        }
        int end = at;
        while (end < layout.yamlEnd() && text.charAt(end) != '\n') {
            end++;
        }
        if (text.substring(start, end).isBlank() && start > layout.yamlStart()) {
            return blankLine(text, start - 1, layout);
        }
        return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
    }

    private static boolean isLineStart(String text, int offset) {
        return text.charAt(offset - 1) == '\n';
    }
}
