package dev.assay.prompt.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.assist.reading.Definition;
import dev.assay.prompt.assist.reading.Fold;
import dev.assay.prompt.assist.reading.Hover;
import dev.assay.prompt.assist.reading.TagPair;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Known KNOWN = Caret.known(Map.of("style", "Be kind.\nAlways."));
    private static final String HEAD = "---\ninput:\n  schema:\n    a: string, what it is\n  default:\n    a: x\n---\n";

    @Test
    void frontMatterBlocksRawBlocksAndLongCommentsFold() {
        String text = HEAD
                + "{{#if a}}\nx\n{{#each b}}\ny\n{{/each}}\n{{/if}}\n{{!--\nlong\n--}}\n{{{{raw}}}}\nz\n{{{{/raw}}}}\n{{#if a}}x{{/if}}\n{{#if open}}\n";

        assertThat(Fold.of(ParsedPrompt.of(text)))
                .containsExactly(new Fold(0, 6), new Fold(7, 11), new Fold(9, 10), new Fold(13, 15), new Fold(16, 17));
    }

    @Test
    void aVariableLeadsToItsDeclarationAndBack() {
        assertThat(definition(HEAD + "{{#if ¦a}}{{/if}}")).contains("a: string, what");
        assertThat(definition("---\ninput:\n  schema:\n    ¦a: string\n---\nx {{a}}"))
                .startsWith("a}}");
        assertThat(definition("{{#each l as |row|}}{{r¦ow.x}}{{/each}}")).startsWith("row|}}");
        assertThat(definition("{{#if a}}x{{/¦if}}")).startsWith("{{#if a}}");
    }

    @Test
    void aPartialLeadsToItsFile() {
        Caret caret = Caret.of("{{> st¦yle}}");
        assertThat(Definition.at(ParsedPrompt.of(caret.text()), caret.offset()))
                .map(Definition::partial)
                .hasValue("style");
    }

    @Test
    void hoverTellsWhatANameIs() {
        assertThat(hover(HEAD + "{{¦a}}")).hasValueSatisfying(hover -> {
            assertThat(hover.title()).isEqualTo("a: string, optional");
            assertThat(hover.text()).isEqualTo("what it is\nDefault: x");
        });
        assertThat(hover("{{> ¦style}}")).map(Hover::code).hasValue("Be kind.\nAlways.");
        assertThat(hover("{{¦json a}}"))
                .map(Hover::text)
                .hasValueSatisfying(text -> assertThat(text).contains("JSON"));
        assertThat(hover("{{#each l}}{{@i¦ndex}}{{/each}}")).isPresent();
        assertThat(hover("plain ¦text")).isEmpty();
    }

    @Test
    void namedSchemasAndToolsTellWhatTheyAreAndLeadToTheirFiles() {
        assertThat(named("---\ntools: [find_¦order]\n---\n")).hasValueSatisfying(hover -> {
            assertThat(hover.title()).isEqualTo("tool find_order");
            assertThat(hover.text()).isEqualTo("Looks it up\nDefined in tools/find_order.yaml");
            assertThat(hover.code()).isEqualTo("number: integer\nhome?: object");
        });
        assertThat(named("---\ninput:\n  schema:\n    home: 'Addr¦ess, to send to'\n---\n"))
                .hasValueSatisfying(hover -> {
                    assertThat(hover.title()).isEqualTo("schema Address");
                    assertThat(hover.code()).isEqualTo("city: string, where\nzip?: string");
                });
        assertThat(named("---\ntools:\n  - ¦other\n---\n"))
                .map(Hover::text)
                .hasValueSatisfying(text -> assertThat(text).contains("Neither a file"));
        assertThat(named("---\ninput:\n  schema:\n    kind(enum): [Addr¦ess]\n---\n"))
                .isEmpty();

        Caret caret = Caret.of("---\noutput:\n  schema: Addr¦ess\n---\n");
        assertThat(Definition.at(ParsedPrompt.of(caret.text(), Caret.definitions()), caret.offset()))
                .map(Definition::file)
                .hasValue("schemas/Address.yaml");
    }

    @Test
    void aToolOfThePromptItselfLeadsToItsDefinitionAndBack() {
        String own =
                "toolDefs:\n  - name: 'fore¦cast'\n    description: Of a place\n    inputSchema: {place: string}\n";
        String use = "tools:\n  - find_order\n  - fore¦cast\n";

        assertThat(definition("---\n" + use + own.replace("¦", "") + "---\n")).startsWith("forecast'");
        assertThat(definition("---\n" + use.replace("¦", "") + own + "---\n")).startsWith("forecast\ntoolDefs");
        assertThat(named("---\n" + use + own.replace("¦", "") + "---\n")).hasValueSatisfying(hover -> {
            assertThat(hover.text()).isEqualTo("Of a place\nDefined here under toolDefs");
            assertThat(hover.code()).isEqualTo("place: string");
        });
    }

    private static Optional<Hover> named(String marked) {
        Caret caret = Caret.of(marked);
        var prompt = ParsedPrompt.of(caret.text(), Caret.definitions());
        return Hover.at(prompt, caret.offset(), Caret.known(Map.of(), Caret.definitions()));
    }

    @Test
    void theTagsOfABlockBelongTogether() {
        Caret caret = Caret.of("{{#if a}}x{{el¦se}}{{#if b}}{{/if}}{{/if}}");
        assertThat(TagPair.at(ParsedPrompt.of(caret.text()), caret.offset())
                        .orElseThrow()
                        .tags())
                .hasSize(3);
    }

    private static String definition(String marked) {
        Caret caret = Caret.of(marked);
        return Definition.at(ParsedPrompt.of(caret.text()), caret.offset())
                .map(found -> caret.text().substring(found.start()))
                .orElse("");
    }

    private static Optional<Hover> hover(String marked) {
        Caret caret = Caret.of(marked);
        return Hover.at(ParsedPrompt.of(caret.text()), caret.offset(), KNOWN);
    }
}
