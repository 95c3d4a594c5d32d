package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    private static PromptTemplate parse(String source) {
        return PromptTemplate.parse("a.prompt", source);
    }

    private static String body(String source) {
        var messages = new PromptRenderer(PartialSource.NONE)
                .render(parse(source), Map.of(), List.of())
                .messages();
        return messages.isEmpty() ? "" : messages.getFirst().text();
    }

    private static List<String> found(String source) {
        return parse(source).diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nmodel: m/n\n---\n  Hi\n\n",
                "---\r\nmodel: m/n\r\n---\r\nHi\r\n",
                "---\rmodel: m/n\r---\rHi\r",
                "---  \nmodel: m/n\n--- \t\nHi",
                "# licence\n\n  \n# more\n---\nmodel: m/n\n---\nHi",
                "\ufeff---\nmodel: m/n\n---\nHi"
            })
    void frontMatterIsFoundAndTheBodyTrimmed(String source) {
        assertThat(parse(source).frontMatter().model()).isEqualTo("m/n");
        assertThat(body(source)).isEqualTo("Hi");
    }

    @Test
    void emptyFrontMatterAndAFenceAtTheEndAreReadWithANote() {
        assertThat(body("---\n---\nHi\n")).isEqualTo("Hi");
        assertThat(found("---\n---\nHi\n")).singleElement().asString().contains("info: front-matter-compatibility");
        assertThat(parse("---\nmodel: m/n\n---").frontMatter().model()).isEqualTo("m/n");
        assertThat(body("---\nmodel: m/n\n---")).isEmpty();
        assertThat(found("---\nmodel: m/n\n---")).singleElement().asString().contains("front-matter-compatibility");
    }

    @Test
    void aFileWithoutFrontMatterIsUsedAsItIs() {
        assertThat(body("\n# Title\n\nHi --- \n")).isEqualTo("\n# Title\n\nHi --- \n");
        assertThat(parse("Hi").frontMatter()).isEqualTo(FrontMatter.EMPTY);
    }

    @Test
    void brokenYamlIsAnErrorAndNeverBecomesThePrompt() {
        assertThat(found("---\nmodel: m\nconfig: [1, 2\n---\nHi"))
                .singleElement()
                .asString()
                .startsWith("a.prompt:4:1: error: invalid-yaml");
        assertThat(found("---\nmodel: a\nmodel: b\n---\nHi"))
                .singleElement()
                .asString()
                .startsWith(
                        "a.prompt:3:1: error: invalid-yaml: the front matter is not valid YAML: the key 'model' stands here for the second time");
        assertThat(found("---\njust text\n---\nHi")).singleElement().asString().contains("2:1: error: invalid-yaml");
        assertThat(found("---\na: \"🙂\"\nb: !x 1\n---\nHi"))
                .singleElement()
                .asString()
                .contains("3:4: error: invalid-yaml");
        assertThat(found("---\nmodel: m\nHi"))
                .singleElement()
                .asString()
                .startsWith("a.prompt:1:1: error: unclosed-front-matter");
    }

    @Test
    void yamlFollowsVersionOnePointTwo() {
        var raw = parse("---\na: yes\nb: 0o17\nc: 1e3\nd: ~\ne: 2024-01-01\nf: 017\n---\nx")
                .frontMatter()
                .raw();
        assertThat(raw)
                .containsEntry("a", "yes")
                .containsEntry("b", 15L)
                .containsEntry("c", 1000.0)
                .containsEntry("d", null)
                .containsEntry("e", "2024-01-01")
                .containsEntry("f", 17L);
    }

    @Test
    void bombsAreRefused() {
        var laughs = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 24; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(found(laughs + "---\nHi"))
                .singleElement()
                .asString()
                .contains("invalid-yaml")
                .contains("alias");
        assertThat(found("---\na: " + "[".repeat(100_000) + "\n---\nHi"))
                .singleElement()
                .asString()
                .contains("deep");
        assertThat(found("---\na: &a [*a]\n---\nHi")).singleElement().asString().contains("invalid-yaml");
    }

    @Test
    void parametersOfTheWrongKindAreReportedWhereTheyStand() {
        String source = "---\nconfig:\n  temperature: warm\n  topP: 3\n  topK: 1.5\n  maxTokens: 5\n  seed: 4\n---\nHi";
        assertThat(found(source))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith("a.prompt:3:3: error: invalid-parameter: 'temperature' is warm"),
                        one -> assertThat(one)
                                .startsWith("a.prompt:4:3: error: invalid-parameter: Parameter topP is 3.0"),
                        one -> assertThat(one).startsWith("a.prompt:5:3: error: invalid-parameter: 'topK' is 1.5"),
                        one -> assertThat(one)
                                .startsWith("a.prompt:6:3: info: unknown-parameter: 'maxTokens' is not sent"));
        assertThat(parse(source).parameters())
                .isEqualTo(new ModelParameters(null, null, null, null, 4L, List.of(), null));
        assertThat(parse(source).frontMatter().config()).containsEntry("maxTokens", 5L);
    }

    @Test
    void settingsOfTheWrongKindAreReported() {
        assertThat(found("---\nmodel: [a]\ninput: 5\nconfig: x\n---\nHi"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one).contains("error: invalid-front-matter"));
        assertThat(found("---\noutput:\n  format: json\n  schema:\n    a: strin\n---\nHi"))
                .singleElement()
                .asString()
                .startsWith("a.prompt:5:5: error: invalid-schema: there is no type 'strin'");
        assertThat(found("---\ninput:\n  schema:\n    a(list): string\n---\n{{a}}"))
                .singleElement()
                .asString()
                .startsWith("a.prompt:4:5: error: invalid-schema: there is no kind 'list'");
    }

    @Test
    void theFormatFollowsTheOutput() {
        assertThat(parse("---\noutput: {format: json}\n---\nHi").format()).isEqualTo(new ResponseFormat.JsonObject());
        assertThat(parse("---\noutput: {format: text}\n---\nHi").format()).isEqualTo(ResponseFormat.TEXT);
        assertThat(parse("Hi").format()).isEqualTo(ResponseFormat.TEXT);
    }
}
