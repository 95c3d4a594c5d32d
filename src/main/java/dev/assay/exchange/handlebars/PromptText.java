package dev.assay.exchange.handlebars;

import dev.assay.exchange.document.YamlText;
import dev.assay.exchange.template.Turn;
import java.util.List;
import java.util.Map;

/** Writes whole prompt files. */
public final class PromptText {
    private PromptText() {}

    /**
     * A prompt file.
     *
     * @param frontMatter its settings, in order; may be empty
     */
    public static String of(Map<String, ?> frontMatter, List<Turn> turns) {
        String body = HandlebarsWriter.write(turns);
        // Without front matter the body is not trimmed, and one that begins like front matter would be taken for it.
        boolean bare = frontMatter.isEmpty()
                && !body.stripLeading().startsWith("---")
                && !body.stripLeading().startsWith("#");
        return bare ? body : "---\n" + YamlText.of(frontMatter) + "---\n" + body + "\n";
    }
}
