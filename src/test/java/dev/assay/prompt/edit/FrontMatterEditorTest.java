package dev.assay.prompt.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterEditorTest {
    private static final String PROMPT = """
            # Licence: free
            ---
            # what it is
            name: triage   # short
            model: 'openai/gpt-4o'

            config:
              temperature: 0.7 # careful
              # topP: 0.9
            input:
              schema:
                body: string, the text
                urgent?: boolean
            tools: [search, "look up"]  # two
            ---
            Hello {{body}}
            """;

    @Test
    void aNumberIsReplacedAndItsCommentStays() {
        var edit = FrontMatterEditor.of(PROMPT).set(List.of("config", "temperature"), new BigDecimal("0.25"));

        assertThat(edit.apply(PROMPT)).isEqualTo(PROMPT.replace("0.7 #", "0.25 #"));
        assertThat(edit.inserted().length()).isLessThanOrEqualTo(2);
    }

    @Test
    void aStringKeepsItsQuotes() {
        assertThat(set("model", "a/b")).isEqualTo(PROMPT.replace("openai/gpt-4o", "a/b"));
    }

    @Test
    void newKeysStandWhereTheyAreCommonlyWritten() {
        assertThat(set("description", "Sorts: tickets"))
                .isEqualTo(PROMPT.replace("# short\n", "# short\ndescription: 'Sorts: tickets'\n"));
        assertThat(set("config.topP", 1)).isEqualTo(PROMPT.replace("# topP: 0.9\n", "# topP: 0.9\n  topP: 1\n"));
        assertThat(set("output.format", "json")).isEqualTo(PROMPT.replace("tools:", "output:\n  format: json\ntools:"));
        assertThat(set("input.default.urgent", false))
                .isEqualTo(PROMPT.replace("boolean\n", "boolean\n  default:\n    urgent: false\n"));
    }

    @Test
    void aTextOfSeveralLinesIsWrittenAsABlock() {
        String changed = set("description", "one\n two\n\nthree\n");

        assertThat(changed).contains("description: |\n  one\n   two\n\n  three\nmodel:");
        assertThat(FrontMatterEditor.of(changed)
                        .set(List.of("description"), "short")
                        .apply(changed))
                .isEqualTo(set("description", "short"));
    }

    @Test
    void aKeyIsTakenOutAndCommentsAroundItStay() {
        assertThat(remove("name")).isEqualTo(PROMPT.replace("name: triage   # short\n", ""));
        assertThat(remove("config.temperature"))
                .describedAs("what is left empty goes too")
                .isEqualTo(PROMPT.replace("config:\n  temperature: 0.7 # careful\n  # topP: 0.9\n", "# topP: 0.9\n"));
        assertThat(remove("config.seed")).isEqualTo(PROMPT);
    }

    @Test
    void listsAreChangedElementByElement() {
        assertThat(set("tools", List.of("search", "look up", "c, d")))
                .isEqualTo(PROMPT.replace("\"look up\"]", "\"look up\", 'c, d']"));
        assertThat(set("tools", List.of("look up"))).isEqualTo(PROMPT.replace("[search, ", "["));
        assertThat(set("tools", List.of("x", "look up"))).isEqualTo(PROMPT.replace("search", "x"));
    }

    @Test
    void aKeyIsRenamedInPlace() {
        String changed = FrontMatterEditor.of(PROMPT)
                .rename(List.of("input", "schema", "urgent?"), "urgent?(enum, how much)")
                .apply(PROMPT);

        assertThat(changed).isEqualTo(PROMPT.replace("urgent?: b", "urgent?(enum, how much): b"));
        assertThatThrownBy(() -> FrontMatterEditor.of(PROMPT).rename(List.of("input", "schema", "urgent?"), "body"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'body'");
    }

    @Test
    void entriesMoveWithTheCommentsAboveThem() {
        String text = "---\ninput:\n  schema:\n    a: string\n    # about b\n    b: integer # two\n    c: any\n---\n";

        assertThat(FrontMatterEditor.of(text)
                        .move(List.of("input", "schema"), 1, 0)
                        .apply(text))
                .isEqualTo(
                        "---\ninput:\n  schema:\n    # about b\n    b: integer # two\n    a: string\n    c: any\n---\n");
    }

    @Test
    void flowMapsStayFlowMaps() {
        String text = "---\nconfig: { temperature: 1, topP: 0.5 } # all\n---\n";
        var editor = FrontMatterEditor.of(text);

        assertThat(editor.set(List.of("config", "seed"), 7).apply(text))
                .isEqualTo("---\nconfig: { temperature: 1, topP: 0.5, seed: 7 } # all\n---\n");
        assertThat(editor.remove(List.of("config", "temperature")).apply(text))
                .isEqualTo("---\nconfig: { topP: 0.5 } # all\n---\n");
        assertThat(editor.set(List.of("config", "stopSequences"), List.of("a, b", "\n"))
                        .apply(text))
                .contains("stopSequences: ['a, b', \"\\n\"] } # all");
    }

    @Test
    void theFirstEntryOfAnElementIsChangedBesideItsDash() {
        String text = "---\ntoolDefs:\n  - name: a\n    description: first\n  - name: b\n---\n";
        var editor = FrontMatterEditor.of(text);

        assertThat(editor.remove(List.of("toolDefs", "0", "name")).apply(text))
                .isEqualTo("---\ntoolDefs:\n  - description: first\n  - name: b\n---\n");
        assertThat(editor.setYaml(List.of("toolDefs", "1", "inputSchema"), "type: object\nproperties: {} # none")
                        .apply(text))
                .endsWith("  - name: b\n    inputSchema:\n      type: object\n      properties: {} # none\n---\n");
        assertThat(editor.set(List.of("toolDefs", "2"), Map.of("name", "c")).apply(text))
                .endsWith("  - name: b\n  - name: c\n---\n");
    }

    @Test
    void frontMatterIsMadeWhereThereIsNone() {
        assertThat(FrontMatterEditor.of("Hello").set(List.of("model"), "a/b").apply("Hello"))
                .isEqualTo("---\nmodel: a/b\n---\nHello");
        String empty = "---\r\n# nothing yet\r\n---\r\nHello\r\n";
        assertThat(FrontMatterEditor.of(empty).set(List.of("config", "topK"), 4).apply(empty))
                .isEqualTo("---\r\n# nothing yet\r\nconfig:\r\n  topK: 4\r\n---\r\nHello\r\n");
        String bom = "\ufeffHello";
        assertThat(FrontMatterEditor.of(bom).set(List.of("model"), "m").apply(bom))
                .isEqualTo("\ufeff---\nmodel: m\n---\nHello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "plain words; plain words",
                "yes; yes",
                "2024-01-01; 2024-01-01",
                "true; 'true'",
                "12; '12'",
                "1e3; '1e3'",
                "~; '~'",
                "a: b; 'a: b'",
                "a #b; 'a #b'",
                "a#b; a#b",
                "- a; '- a'",
                "-a; -a",
                "it's; it's",
                "'it's; \"'it's\"",
                "[a; '[a'",
                "{{x}}; '{{x}}'",
                "*a; '*a'",
                "@a; '@a'",
                "a, b; a, b",
                "|; '|'"
            })
    void stringsAreQuotedExactlyWhereTheyMustBe(String value, String written) {
        assertThat(FrontMatterEditor.of("").set(List.of("name"), value).apply(""))
                .isEqualTo("---\nname: " + written + "\n---\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\u0007",
                "\u00a0x",
                "\u2028",
                "\ud83d\ude00",
                "\n",
                "a\r\nb",
                "\n\n",
                " a\n",
                "a\n\n"
            })
    void anyStringReadsBack(String value) {
        String text =
                FrontMatterEditor.of("body").set(List.of("config", "x"), value).apply("body");

        assertThat(FrontMatterEditor.of(text).value(List.of("config", "x"))).isEqualTo(value);
    }

    @Test
    void whatIsSharedIsRefused() {
        String text = "---\nconfig: &c\n  topK: 1\ninput:\n  default: *c\nmodel: m\n---\n";
        var editor = FrontMatterEditor.of(text);

        assertThatThrownBy(() -> editor.set(List.of("config", "topK"), 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'config' is shared by an anchor or alias");
        assertThatThrownBy(() -> editor.set(List.of("input", "default", "topK"), 2))
                .isInstanceOf(InputException.class);
        assertThat(editor.set(List.of("model"), "n").apply(text)).isEqualTo(text.replace("model: m", "model: n"));
    }

    @Test
    void brokenFrontMatterIsRefusedWithTheReason() {
        assertThat(FrontMatterEditor.of("---\na: [\n---\n").problem())
                .hasValueSatisfying(why -> assertThat(why).contains("not valid YAML"));
        assertThat(FrontMatterEditor.of("---\na: 1\n").problem())
                .hasValueSatisfying(why -> assertThat(why).contains("not closed"));
        assertThatThrownBy(() -> FrontMatterEditor.of("---\na: [\n---\n").set(List.of("a"), 1))
                .isInstanceOf(InputException.class);
    }

    @Test
    void theYamlOfAValueIsShownWithoutItsIndentation() {
        assertThat(FrontMatterEditor.of(PROMPT).yaml(List.of("input", "schema")))
                .isEqualTo("body: string, the text\nurgent?: boolean");
    }

    private static String set(String path, Object value) {
        return FrontMatterEditor.of(PROMPT)
                .set(List.of(path.split("\\.")), value)
                .apply(PROMPT);
    }

    private static String remove(String path) {
        return FrontMatterEditor.of(PROMPT).remove(List.of(path.split("\\."))).apply(PROMPT);
    }
}
