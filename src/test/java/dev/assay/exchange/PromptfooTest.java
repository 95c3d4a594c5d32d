package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.llm.Message;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptfooTest {
    @TempDir
    private Path folder;

    @Test
    void valuesComeFromFilesPatternsAndOtherValues() {
        write("vars/one.yaml", "question: one\nlanguage: Dutch\n");
        write("vars/two.yaml", "question: two\n");
        write("long-a.txt", "A\n");
        write("long-b.txt", "B\n");
        write("shape.yaml", "a: [1, x]\n");
        List<JsonNode> cases = cases("""
                prompts: [x]
                defaultTest: {vars: {company: Acme}}
                tests:
                  - vars: 'file://vars/*.yaml'
                  - vars: {text: 'file://long-*.txt'}
                  - vars: {shape: file://shape.yaml, numbers: [1, 2], who: '{{company}} asks'}
                """);

        assertThat(cases).hasSize(4);
        assertThat(cases.get(0).toString())
                .isEqualTo("{\"company\":\"Acme\",\"question\":\"two\",\"language\":\"Dutch\"}");
        assertThat(cases.get(1).get("text").asText() + cases.get(2).get("text").asText())
                .isEqualTo("AB");
        assertThat(cases.get(3).get("shape").asText()).isEqualTo("{\"a\":[1,\"x\"]}");
        assertThat(cases.get(3).get("numbers")).hasSize(2);
        assertThat(cases.get(3).get("who").asText()).isEqualTo("Acme asks");
    }

    @Test
    void testsComeFromPatternsScenariosAndSingleRecords() {
        write("tests/a.yaml", "- vars: {x: 1}\n- vars: {x: 2}\n");
        write("tests/b.yaml", "vars: {x: 3}\n");
        List<JsonNode> cases = cases("""
                prompts: [x]
                tests: file://tests/*.yaml
                scenarios:
                  - config: [{vars: {lang: de}}, {vars: {lang: fr}}]
                    tests: [{vars: {x: 4}, assert: [{type: equals, value: '{{lang}}'}]}]
                """);

        assertThat(cases.stream().map(one -> one.get("x").asInt())).containsExactly(1, 2, 3, 4, 4);
        assertThat(cases.stream().skip(3).map(one -> one.get("expected").asText()))
                .containsExactly("de", "fr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "is-json | {\"type\":\"is-json\"}",
                "not-contains: foo | {\"type\":\"not-contains\",\"value\":\"foo\"}",
                "contains-any: a, b | {\"type\":\"contains-any\",\"value\":[\"a\",\"b\"]}",
                "similar(0.9): x | {\"type\":\"similar\",\"value\":\"x\",\"threshold\":0.9}",
                "levenshtein: x | {\"type\":\"levenshtein\",\"value\":\"x\",\"threshold\":0.75}",
                "fn: output.length > 1 | {\"type\":\"javascript\",\"value\":\"output.length > 1\"}",
                "grade: is polite | {\"type\":\"llm-rubric\",\"value\":\"is polite\"}",
                "file://check.py:run | {\"type\":\"python\",\"value\":\"file://check.py:run\"}"
            })
    void aCellOfATableIsReadAsPromptfooReadsIt(String cell, String expected) {
        write("t.csv", "q,__expected1,__expected2\na,\"x\",\"" + cell.replace("\"", "\"\"") + "\"\n");
        JsonNode row = json(read("t.csv").datasets().getFirst().text()).getFirst();

        assertThat(row.get("expected").asText()).isEqualTo("x");
        assertThat(row.get("__assert").get(0).toString()).isEqualTo(expected);
    }

    @Test
    void whatATableSaysOfATestIsKeptAndComesBack() {
        write("t.csv", """
                q,__expected1,__prefix,__threshold,__metric,__metadata:tags[],__config:__expected1:threshold
                a,contains: b,Please:,0.5,tone,"x,y\\,z",0.9
                """);
        JsonNode row = json(read("t.csv").datasets().getFirst().text()).getFirst();

        assertThat(row.get("__assert").get(0).toString())
                .isEqualTo("{\"type\":\"contains\",\"value\":\"b\",\"metric\":\"tone\",\"threshold\":0.9}");
        assertThat(row.get("__options").toString()).isEqualTo("{\"prefix\":\"Please:\"}");
        assertThat(row.get("__threshold").asDouble()).isEqualTo(0.5);
        assertThat(row.get("__metadata").toString()).isEqualTo("{\"tags\":[\"x\",\"y,z\"]}");
    }

    @Test
    void anAssertThatAMetricChecksNeedsNoHand() {
        Report report = configuration("""
                        prompts: ['{{q}}']
                        tests:
                          - vars: {q: a}
                            assert:
                              - {type: icontains, value: '{{q}}'}
                              - {type: contains, value: '{{q | upper}}'}
                              - {type: javascript, value: output.length > 3}
                              - {type: regex, value: '('}
                        """).report();

        assertThat(report.of(Outcome.CONVERTED))
                .extracting(ReportEntry::what)
                .contains("assert icontains")
                .doesNotContain("assert contains", "assert javascript", "assert regex");
        assertThat(report.of(Outcome.NEEDS_HAND))
                .extracting(ReportEntry::what)
                .contains("assert contains", "assert javascript", "assert regex");
    }

    @Test
    void aProgramIsNeverTakenForAText() {
        ImportResult result = configuration("prompts: ['exec:./make.sh', 'file://p.py:f', 'langfuse://x:1', text]\n");

        assertThat(result.prompts())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("text"));
        assertThat(result.report().of(Outcome.NEEDS_HAND)).hasSize(3);
    }

    @Test
    void aChatWhoseTemplatesMakeItsJsonIsReadForWhatItMeans() {
        write("chat.json", """
                [
                  {"role": "system", "content": "You are {{name}}."},
                  {% for turn in _conversation %}
                  {"role": "user", "content": "{{turn.input}}"},
                  {"role": "assistant", "content": "{{turn.output}}"},
                  {% endfor %}
                  {"role": "user", "content": {{ question | dump }} }
                ]
                """);
        ImportResult result = configuration("prompts: [file://chat.json]\n");

        assertThat(result.prompts().getFirst().text()).contains("history");
        assertThat(messages(result.prompts().getFirst(), Map.of("name", "Ada", "question", "a \"b\"\n")))
                .containsExactly("SYSTEM You are Ada.", "USER a \"b\"\n");
        assertThat(Sample.of(result, Outcome.NEEDS_HAND)).anyMatch(line -> line.contains("_conversation"));
    }

    @Test
    void conditionsOfNunjucksKeepTheirMeaning() {
        ImportResult result = configuration("""
                prompts:
                  - |-
                    {% if a == "x" or b in ["y", "z"] %}1{% elif c and d %}2{% else %}3{% endif %}{{ "!" if c }}{{ e or "none" }}{{ f | default("us", true) }}
                """);
        ImportedPrompt prompt = result.prompts().getFirst();

        assertThat(result.report().of(Outcome.NEEDS_HAND)).isEmpty();
        assertThat(messages(prompt, Map.of("a", "x"))).containsExactly("USER 1noneus");
        assertThat(messages(prompt, Map.of("b", "z"))).containsExactly("USER 1noneus");
        assertThat(messages(prompt, Map.of("c", "c", "d", "d"))).containsExactly("USER 2!noneus");
        assertThat(messages(prompt, Map.of("c", "c", "e", "E", "f", ""))).containsExactly("USER 3!Eus");
    }

    private List<JsonNode> cases(String configuration) {
        return json(configuration(configuration).datasets().getFirst().text());
    }

    private ImportResult configuration(String text) {
        write("promptfooconfig.yaml", text);
        return read("promptfooconfig.yaml");
    }

    private ImportResult read(String file) {
        return Imports.read(Format.PROMPTFOO, ImportFile.read(folder.resolve(file), file), ImportOptions.DEFAULTS);
    }

    private static List<JsonNode> json(String lines) {
        return lines.lines()
                .map(line -> {
                    try {
                        return JsonMapper.builder().build().readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static List<String> messages(ImportedPrompt prompt, Map<String, Object> values) {
        return new PromptRenderer(PartialSource.NONE)
                .render(PromptTemplate.parse("prompts/x.prompt", prompt.text()), values, List.of()).messages().stream()
                        .map((Message message) -> message.role() + " " + message.text())
                        .toList();
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
