package dev.assay.prompt.assist;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.definition.DefinitionReader;
import dev.assay.prompt.definition.DefinitionText;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text whose place is marked by {@code ¦}. */
public record Caret(String text, int offset) {
    public static Caret of(String marked) {
        int offset = marked.indexOf('¦');
        return new Caret(marked.substring(0, offset) + marked.substring(offset + 1), offset);
    }

    /** A schema, Address, and a tool, find_order. */
    public static Definitions definitions() {
        return DefinitionReader.read(
                List.of(
                        new DefinitionText("schemas/Address.yaml", "city: string, where\nzip?: string\n"),
                        new DefinitionText(
                                "tools/find_order.yaml",
                                "description: Looks it up\ninputSchema: {number: integer, home?: Address}\n")),
                List.of());
    }

    /** A workspace with these partials and two models. */
    public static Known known(Map<String, String> partials) {
        return known(partials, Definitions.NONE);
    }

    /** The same, with schemas and tools. */
    public static Known known(Map<String, String> partials, Definitions definitions) {
        PartialSource source = name -> Optional.ofNullable(partials.get(name))
                .map(text -> PromptTemplate.parse("prompts/_" + name + ".prompt", text));
        return new Known(
                source,
                () -> partials.keySet().stream().sorted().toList(),
                () -> List.of("acme/large", "acme/small"),
                () -> definitions);
    }
}
