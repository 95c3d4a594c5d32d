package dev.assay.prompt.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaEditorTest {
    private static final List<String> INPUT = List.of("input", "schema");
    private static final String PICO = """
            ---
            input:
              schema:
                body: string, the text # long
                plan?(enum, what they pay): [free, pro]
                tags(array): string
                who(object):
                  name: string # theirs
            ---
            """;
    private static final String JSON = """
            ---
            input:
              schema:
                type: object
                properties:
                  body: {type: string, description: the text}
                  count: {type: integer}
                required: [body]
            ---
            """;

    @Test
    void fieldsAreReadFromPicoschema() {
        assertThat(new SchemaEditor(PICO, INPUT).entries())
                .extracting(SchemaEntry::name, SchemaEntry::type, SchemaEntry::optional, SchemaEntry::description)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("body", "string", false, "the text"),
                        org.assertj.core.groups.Tuple.tuple("plan", "enum", true, "what they pay"),
                        org.assertj.core.groups.Tuple.tuple("tags", "list of string", false, ""),
                        org.assertj.core.groups.Tuple.tuple("who", "object", false, ""));
    }

    @Test
    void aChangedFieldKeepsItsPlaceAndItsComment() {
        SchemaEntry body = entry(PICO, 0);

        assertThat(new SchemaEditor(PICO, INPUT)
                        .change(body, body.typed("integer").optional(true)))
                .isEqualTo(PICO.replace("body: string,", "body?: integer,"));
        assertThat(new SchemaEditor(PICO, INPUT).change(body, body.typed("list of string")))
                .isEqualTo(PICO.replace("body: string, the text", "body(array, the text): string"));
        SchemaEntry plan = entry(PICO, 1);
        assertThat(new SchemaEditor(PICO, INPUT).change(plan, plan.choosing(List.of("free", "pro", "team"))))
                .isEqualTo(PICO.replace("pro]", "pro, team]"));
        SchemaEntry who = entry(PICO, 3);
        assertThat(new SchemaEditor(PICO, INPUT).change(who, who.named("owner")))
                .isEqualTo(PICO.replace("who(", "owner("));
    }

    @Test
    void fieldsAreAddedMovedAndRemoved() {
        var field = new SchemaEntry("age", "integer", true, "in years", List.of(), "");

        assertThat(new SchemaEditor("Hi", INPUT).add(field))
                .isEqualTo("---\ninput:\n  schema:\n    age?: integer, in years\n---\nHi");
        assertThat(new SchemaEditor(PICO, INPUT).remove(entry(PICO, 2)))
                .isEqualTo(PICO.replace("    tags(array): string\n", ""));
        assertThat(new SchemaEditor(PICO, INPUT).move(2, 0)).contains("schema:\n    tags(array): string\n    body:");
    }

    @Test
    void jsonSchemaStaysJsonSchema() {
        SchemaEntry count = entry(JSON, 1);

        assertThat(count.optional()).isTrue();
        assertThat(new SchemaEditor(JSON, INPUT)
                        .change(count, count.named("number").optional(false)))
                .isEqualTo(JSON.replace("count:", "number:").replace("[body]", "[body, number]"));
        assertThat(new SchemaEditor(JSON, INPUT)
                        .change(count, count.typed("enum").choosing(List.of("a", "b"))))
                .isEqualTo(JSON.replace("{type: integer}", "{enum: [a, b]}"));
        assertThat(new SchemaEditor(JSON, INPUT).remove(entry(JSON, 0))).doesNotContain("body");
    }

    @Test
    void namesThatNoTagCanUseAreRefused() {
        SchemaEntry body = entry(PICO, 0);

        assertThatThrownBy(() -> new SchemaEditor(PICO, INPUT).change(body, body.named("two words")))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new SchemaEditor(PICO, INPUT).change(body, body.named("plan")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'plan'");
    }

    private static SchemaEntry entry(String text, int index) {
        return new SchemaEditor(text, INPUT).entries().get(index);
    }
}
