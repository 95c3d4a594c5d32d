package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.exporting.Destination;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.source.ImportSource;
import dev.assay.experiment.Dataset;
import dev.assay.llm.Message;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.definition.DefinitionReader;
import dev.assay.prompt.definition.DefinitionText;
import dev.assay.settings.Dialect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportersTest {
    private static final String PLAIN = """
            ---
            model: openai/gpt-4.1-mini
            config:
              temperature: 0.2
              maxOutputTokens: 50
            input:
              default:
                garden: Rosenhof
            ---
            {{role "system"~}}
            You know {{garden}}. Write { braces } and \\{% tags %}.
            {{> tone}}

            {{~role "user"~}}
            It's "{{letter}}" \\ done
            """;
    private static final String LOGIC = """
            ---
            model: openai/gpt-4.1-mini
            ---
            {{role "system"~}}
            Topics:
            {{#each topics as |topic|}}
            - {{topic.name}}{{#unless @last}};{{/unless}}
            {{else}}
            none
            {{/each}}
            {{#if urgent}}
            Hurry.
            {{else}}
            Take your time.
            {{/if}}

            {{~role "user"~}}
            {{letter}}
            """;
    private static final String STYLE = "Be {{kind}}: {{#if times}}{{times}}{{else}}0{{/if}} x, "
            + "{{#ifEquals loud true}}LOUD{{> mark loud=loud}}{{else if loud}}never{{else}}quiet.{{/ifEquals}}";
    private static final Map<String, String> TEXTS =
            Map.of("tone", "Be kind.", "style", STYLE, "mark", "{{#unless loud}}?{{else}}!{{/unless}}");
    private static final PartialSource PARTIALS = name -> Optional.ofNullable(TEXTS.get(name))
            .map(text -> PromptTemplate.parse("prompts/_" + name + ".prompt", text));
    private static final Map<String, Object> VALUES = Map.of(
            "garden",
            "G",
            "letter",
            "Hi \"you\"",
            "urgent",
            true,
            "topics",
            List.of(Map.of("name", "a"), Map.of("name", "b")));

    @ParameterizedTest
    @EnumSource(names = {"PROMPTFOO", "LANGFUSE", "PROMPTY", "LANGCHAIN"})
    void whatIsExportedComesBackAsAnEquivalentPrompt(ExportFormat format) {
        ExportResult result = export(format, PLAIN, null, Dialect.OPENAI);

        assertThat(lines(result)).noneMatch(line -> line.contains("differs"));
        assertThat(messages(back(format, result).text())).isEqualTo(messages(PLAIN));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROMPTFOO", "PROMPTY"})
    void logicComesBackWhereTheFormatHasIt(ExportFormat format) {
        ExportResult result = export(format, LOGIC, null, Dialect.OPENAI);

        assertThat(messages(back(format, result).text())).isEqualTo(messages(LOGIC));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROMPTFOO", "LANGFUSE", "PROMPTY", "LANGCHAIN"})
    void whatAPartialIsToldIsWrittenOut(ExportFormat format) {
        String prompt = """
                {{role "system"~}}
                {{> style kind="short" times=2 loud=true}}
                {{> style kind=garden times=0 loud=false}}
                """;

        ExportResult result = export(format, prompt, null, Dialect.OPENAI);

        assertThat(lines(result)).noneMatch(line -> line.contains("differs"));
        assertThat(messages(back(format, result).text()))
                .isEqualTo(messages(prompt))
                .asString()
                .contains("Be short: 2 x, LOUD!", "Be G: 0 x, quiet.");
    }

    @Test
    void promptyNamesTheFieldsOfANamedSchema() {
        var definitions = DefinitionReader.read(
                List.of(new DefinitionText("schemas/Verdict.yaml", "score: number, from 0 to 1\nwhy?: string\n")),
                List.of());
        var template = PromptTemplate.parse("p", "---\noutput:\n  schema: Verdict\n---\nJudge.\n", definitions);

        ExportResult result = export(ExportFormat.PROMPTY, template, null, Dialect.OPENAI);

        assertThat(result.text())
                .contains("name: score")
                .contains("kind: float")
                .contains("from 0 to 1");
    }

    @Test
    void whatAFormatCannotSayIsRefusedByName() {
        ExportResult langfuse = export(ExportFormat.LANGFUSE, LOGIC, null, Dialect.OPENAI);
        ExportResult langchain = export(ExportFormat.LANGCHAIN, LOGIC, null, Dialect.OPENAI);

        assertThat(langfuse.text()).isEmpty();
        assertThat(langfuse.report().of(Outcome.REFUSED).getFirst().became()).contains("Langfuse has no");
        assertThat(langchain.refused()).isTrue();
        assertThat(langchain.report().of(Outcome.REFUSED).getFirst().became()).contains("positions");
    }

    @Test
    void codeCannotSignForBedrockAndTakesItsApiKeyInstead() {
        var keyless = new ExportRequest(
                "x",
                PromptTemplate.parse("prompts/x.prompt", PLAIN),
                PARTIALS,
                Dataset.ofOne("one", VALUES),
                null,
                new Destination(Dialect.BEDROCK, URI.create("https://bedrock-runtime.us-east-1.amazonaws.com"), ""));
        ExportResult curl = ExportFormat.CURL.exporter().write(keyless);
        assertThat(curl.text()).contains("Authorization: Bearer $AWS_BEARER_TOKEN_BEDROCK");
        assertThat(lines(curl)).anyMatch(line -> line.contains("signs each call with your keys of AWS"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void programsAreWellFormed(Dialect dialect, @TempDir Path folder) throws Exception {
        Dataset dataset = Dataset.ofOne("one", VALUES);
        for (String prompt : List.of(PLAIN, LOGIC)) {
            String program = export(ExportFormat.JAVA, prompt, dataset, dialect).text();
            Path file = folder.resolve("SendPrompt.java");
            Files.writeString(file, program);
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString()))
                    .describedAs(program)
                    .isZero();

            String curl = export(ExportFormat.CURL, prompt, dataset, dialect).text();
            String body = curl.substring(curl.indexOf("<<'JSON'\n") + 9, curl.lastIndexOf("\nJSON"));
            assertThat(JsonMapper.builder()
                            .build()
                            .readTree(body)
                            .at(
                                    switch (dialect) {
                                        case GEMINI -> "/contents";
                                        case OPENAI_RESPONSES -> "/input";
                                        default -> "/messages";
                                    })
                            .isArray())
                    .isTrue();
            assertThat(curl).contains("$THE_KEY").doesNotContain("\uE0F0");

            Path python = folder.resolve("send.py");
            Files.writeString(
                    python,
                    export(ExportFormat.PYTHON, prompt, dataset, dialect).text());
            assertThat(Files.readString(python)).doesNotContain("\uE0F0").contains("letter = \"Hi \\\"you\\\"\"");
            Assumptions.assumeTrue(hasPython(), "python3 is not installed, so exported Python is not compiled");
            var compiled = new ProcessBuilder("python3", "-m", "py_compile", python.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(compiled.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(compiled.waitFor()).isZero();
        }
    }

    @Test
    void casesAreWrittenAsTestsWithTheirAnswers() {
        var cases = Sample.read("promptfoo/promptfooconfig.yaml").datasets().getFirst();
        Dataset dataset = dataset(cases.text());
        ExportResult result = export(ExportFormat.PROMPTFOO, PLAIN, dataset, Dialect.OPENAI);
        var again = Imports.read(
                Format.PROMPTFOO,
                new ImportSource("c.yaml", result.text(), "c", path -> Optional.empty()),
                ImportOptions.DEFAULTS);

        assertThat(dataset(again.datasets().getFirst().text()).cases())
                .isEqualTo(dataset.cases().stream()
                        .map(one -> new dev.assay.experiment.TestCase(
                                one.index(), withDefault(one.inputs()), one.expected(), one.line(), List.of(), null))
                        .toList());
    }

    @Test
    void textOfATableIsWrittenAsTheDeclaredType() {
        String prompt = """
                ---
                input:
                  schema:
                    n: integer
                    sure: boolean
                    code: string
                ---
                {{n}} {{sure}} {{code}}
                """;
        Dataset table = dataset("{\"n\": \"0\", \"sure\": \"false\", \"code\": \"007\"}\n");

        String text =
                export(ExportFormat.PROMPTFOO, prompt, table, Dialect.OPENAI).text();

        assertThat(text).contains("n: 0\n", "sure: false\n", "code: '007'\n");
    }

    @Test
    void casesKeepTheirTagsAndWhatTheyShare() {
        String lines = "{\"n\":1,\"expected\":\"one\",\"__tags\":\"late, key\",\"__cluster\":\"shop 1\"}\n";

        String text = export(ExportFormat.JSONL, "{{n}}\n", dataset(lines), Dialect.OPENAI)
                .text();

        assertThat(text).isEqualTo(lines);
    }

    private static Map<String, Object> withDefault(Map<String, Object> inputs) {
        var all = new java.util.LinkedHashMap<String, Object>();
        all.put("garden", "Rosenhof");
        all.putAll(inputs);
        return all;
    }

    private static Dataset dataset(String jsonLines) {
        try {
            Path file = Files.createTempFile("cases", ".jsonl");
            Files.writeString(file, jsonLines);
            Dataset read = dev.assay.experiment.DatasetReader.read(file, "cases");
            Files.delete(file);
            return read;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExportResult export(ExportFormat format, String prompt, Dataset dataset, Dialect dialect) {
        return export(format, PromptTemplate.parse("prompts/garden/letter.prompt", prompt), dataset, dialect);
    }

    private static ExportResult export(ExportFormat format, PromptTemplate prompt, Dataset dataset, Dialect dialect) {
        return format.exporter()
                .write(new ExportRequest(
                        "garden/letter",
                        prompt,
                        PARTIALS,
                        dataset,
                        null,
                        new Destination(dialect, URI.create("https://example.org/v1"), "THE_KEY")));
    }

    private static ImportedPrompt back(ExportFormat format, ExportResult result) {
        var source = new ImportSource("x." + result.ending(), result.text(), "x", path -> Optional.empty());
        assertThat(Imports.detect(source)).contains(Format.valueOf(format.name()));
        return Imports.read(Format.valueOf(format.name()), source, ImportOptions.DEFAULTS)
                .prompts()
                .getFirst();
    }

    private static List<String> messages(String prompt) {
        return new PromptRenderer(PARTIALS)
                .render(PromptTemplate.parse("prompts/x.prompt", prompt), VALUES, List.of()).messages().stream()
                        .map((Message message) -> message.role() + ": " + message.text())
                        .toList();
    }

    private static List<String> lines(ExportResult result) {
        return result.report().entries().stream().map(ReportEntry::toString).toList();
    }
}
