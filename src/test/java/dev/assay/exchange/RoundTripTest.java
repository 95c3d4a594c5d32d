package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.exporting.Destination;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.handlebars.PromptText;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.Neighbours;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.exchange.template.Turn;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.DatasetReader;
import dev.assay.experiment.TestCase;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.FrontMatter;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.settings.Dialect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prompts made up at random are exported and imported again: they render alike, or the export says why not. */
class RoundTripTest {
    private static final int PROMPTS = 400;
    private static final List<String> TEXTS = List.of(
            "word",
            " ",
            "\n",
            "\n\n",
            "{",
            "}",
            "{{",
            "}}",
            "{{x}}",
            "{% if %}",
            "{# no #}",
            "\\",
            "\\{{",
            "\"quoted\" 'text'",
            "user:",
            "\nsystem:\n",
            "# Title\n",
            "---\n",
            "<%",
            "ä🍎\u2028",
            "{x}",
            "{{{y}}}",
            "{{!-- z --}}",
            "$HOME `id`",
            "a: b\n- c\n",
            "\t",
            "|",
            "{% endraw %}",
            "@@@langfusePrompt:name=x|label=y@@@");

    @ParameterizedTest
    @EnumSource(names = {"PROMPTFOO", "PROMPTY", "LANGCHAIN", "LANGFUSE"})
    void whatComesBackRendersAlike(ExportFormat format) {
        int carried = 0;
        for (int seed = 0; seed < PROMPTS; seed++) {
            List<Turn> turns = new Maker(new Random(seed), format == ExportFormat.LANGFUSE ? 0 : 2).turns();
            String prompt = PromptText.of(settings(), turns);
            ExportResult result = export(format, prompt);
            if (result.refused()) {
                assertThat(result.text()).isEmpty();
                continue;
            }
            ImportResult imported = back(format, result);
            if (Sample.of(imported, Outcome.NEEDS_HAND).stream().anyMatch(line -> line.contains("is not known"))) {
                // A section of mustache that may be a test or a list; which it was taken for is told.
                continue;
            }
            carried++;
            String back = imported.prompts().getFirst().text();
            for (Map<String, Object> values : SampleValues.of(turns)) {
                assertThat(messages(back, values, format))
                        .describedAs("%d%n%s%n---- as%n%s%n---- back%n%s", seed, prompt, result.text(), back)
                        .isEqualTo(messages(prompt, values, format));
            }
            assertThat(result.report().entries())
                    .describedAs("%d%n%s%n%s", seed, prompt, result.text())
                    .noneMatch(entry ->
                            entry.what().equals("rendering") && entry.became().contains("differs"));
        }
        assertThat(carried)
                .describedAs("a test that hardly carries anything proves nothing")
                .isGreaterThan(PROMPTS / 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROMPTFOO", "PROMPTY", "LANGCHAIN", "LANGFUSE", "OPENAI"})
    void everySettingComesBackOrIsInTheReport(ExportFormat format) {
        String prompt = PromptText.of(
                settings(), List.of(new Turn.Message(Role.USER, List.of(new Part.Value(Ref.input(List.of("q")))))));
        ExportResult result = export(format, prompt);
        FrontMatter before = PromptTemplate.parse("prompts/x.prompt", prompt).frontMatter();
        FrontMatter after = PromptTemplate.parse(
                        "prompts/x.prompt",
                        back(format, result).prompts().getFirst().text())
                .frontMatter();
        List<String> told = result.report().entries().stream()
                .filter(entry -> entry.outcome() != Outcome.CONVERTED)
                .map(ReportEntry::toString)
                .toList();

        same("model", before.model(), after.model(), told);
        same("description", before.description(), after.description(), told);
        before.config().forEach((key, value) -> same(key, value, after.config().get(key), told));
        same("input.default", before.inputDefault(), after.inputDefault(), told);
        same("output", before.outputFormat(), after.outputFormat(), told);
        same("toolDefs", before.toolDefs().size(), after.toolDefs().size(), told);
        same("tags", before.ext().get("assay"), after.ext().get("assay"), told);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSONL", "PROMPTFOO"})
    void casesComeBackAsTheyWere(ExportFormat format, @TempDir Path folder) throws IOException {
        List<TestCase> cases = cases(format == ExportFormat.CSV);
        Dataset dataset = new Dataset("d", List.of("q", "name"), cases, "");
        ExportResult result = format.exporter()
                .write(new ExportRequest(
                        "x",
                        PromptTemplate.parse("prompts/x.prompt", "{{q}}"),
                        PartialSource.NONE,
                        dataset,
                        null,
                        new Destination(Dialect.OPENAI, URI.create("https://example.org/v1"), "THE_KEY")));
        var written = Imports.read(
                        Format.valueOf(format.name()),
                        new ImportSource("d." + result.ending(), result.text(), "d", Neighbours.NONE),
                        ImportOptions.DEFAULTS)
                .datasets()
                .getFirst();
        Path file = folder.resolve("d." + written.ending());
        Files.writeString(file, written.text());

        List<TestCase> read = DatasetReader.read(file, "d").cases();
        assertThat(read).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(read.get(i).inputs() + " -> " + read.get(i).expected())
                    .isEqualTo(cases.get(i).inputs() + " -> " + cases.get(i).expected());
        }
    }

    /** promptfoo fills in values that look like templates, which its report says; such values are not made here. */
    private static List<TestCase> cases(boolean textOnly) {
        var random = new Random(7);
        List<TestCase> cases = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("q", cell(random) + i);
            inputs.put(
                    "name", textOnly || random.nextBoolean() ? cell(random) : List.of(1L, Map.of("a", cell(random))));
            cases.add(new TestCase(
                    i, inputs, random.nextInt(4) == 0 ? null : "x" + cell(random) + "{{y}}", 0, List.of(), null));
        }
        return cases;
    }

    private static String cell(Random random) {
        List<String> plain = TEXTS.stream()
                .filter(text -> !text.contains("{{") && !text.contains("{%") && !text.contains("{#"))
                .toList();
        var out = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            out.append(plain.get(random.nextInt(plain.size()))).append(random.nextBoolean() ? "," : ";");
        }
        return out.toString().replace("{", "(");
    }

    private static void same(String what, Object before, Object after, List<String> told) {
        assertThat(String.valueOf(before).equals(String.valueOf(after))
                        || told.stream().anyMatch(line -> line.contains(what)))
                .describedAs("%s was %s and is %s, and the report does not say so: %s", what, before, after, told)
                .isTrue();
    }

    private static Map<String, Object> settings() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("description", "What it is for");
        all.put("model", "openai/gpt-4.1-mini");
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("temperature", 0.5);
        config.put("maxOutputTokens", 100L);
        config.put("topP", 0.9);
        config.put("stopSequences", List.of("END"));
        config.put("seed", 7L);
        config.put("contextTokens", 4096L);
        all.put("config", config);
        all.put("input", Map.of("default", Map.of("unused", "d")));
        all.put(
                "output",
                Map.of(
                        "format",
                        "json",
                        "schema",
                        Map.of("type", "object", "properties", Map.of("a", Map.of("type", "string")))));
        all.put("toolDefs", List.of(Map.of("name", "f", "description", "d", "inputSchema", Map.of("type", "object"))));
        all.put("assay.tags", List.of("one"));
        return all;
    }

    private static ExportResult export(ExportFormat format, String prompt) {
        return format.exporter()
                .write(new ExportRequest(
                        "x",
                        PromptTemplate.parse("prompts/x.prompt", prompt).requireValid(),
                        PartialSource.NONE,
                        null,
                        null,
                        new Destination(Dialect.OPENAI, URI.create("https://example.org/v1"), "THE_KEY")));
    }

    private static ImportResult back(ExportFormat format, ExportResult result) {
        var source = new ImportSource("x." + result.ending(), result.text(), "x", Neighbours.NONE);
        assertThat(Imports.detect(source)).describedAs(result.text()).contains(Format.valueOf(format.name()));
        return Imports.read(Format.valueOf(format.name()), source, ImportOptions.DEFAULTS);
    }

    /** Prompty cuts white space off, which its report says. */
    private static List<String> messages(String prompt, Map<String, Object> values, ExportFormat format) {
        return new PromptRenderer(PartialSource.NONE)
                .render(PromptTemplate.parse("prompts/x.prompt", prompt), values, List.of()).messages().stream()
                        .filter(message -> !message.text().isBlank())
                        .map((Message message) -> message.role() + ": "
                                + (format == ExportFormat.PROMPTY
                                        ? message.text().strip()
                                        : message.text()))
                        .toList();
    }

    /** Makes up a conversation. */
    private record Maker(Random random, int deepest) {
        List<Turn> turns() {
            List<Turn> turns = new ArrayList<>();
            boolean history = random.nextInt(5) == 0;
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                Role role = i == 0 && count > 1 ? Role.SYSTEM : i % 2 == 0 ? Role.ASSISTANT : Role.USER;
                turns.add(new Turn.Message(count == 1 ? Role.USER : role, parts(0, List.of())));
                if (history && i == 0 && count > 1) {
                    turns.add(new Turn.History());
                }
            }
            return turns;
        }

        private List<Part> parts(int depth, List<String> locals) {
            List<Part> parts = new ArrayList<>(List.of(new Part.Text(text())));
            for (int i = random.nextInt(4); i > 0; i--) {
                parts.add(random.nextInt(3) == 0 && depth < deepest ? block(depth, locals) : value(locals));
                parts.add(new Part.Text(text()));
            }
            return parts;
        }

        private String text() {
            var out = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                out.append(TEXTS.get(random.nextInt(TEXTS.size())));
            }
            return out.toString();
        }

        private Part value(List<String> locals) {
            return new Part.Value(
                    locals.isEmpty() || random.nextBoolean()
                            ? Ref.input(List.of("in" + random.nextInt(3)))
                            : Ref.element(locals.getLast(), List.of("f" + random.nextInt(2))));
        }

        private Part block(int depth, List<String> locals) {
            Ref flag = Ref.input(List.of("flag" + random.nextInt(2)));
            return switch (random.nextInt(4)) {
                case 0 -> choice(new Condition.Truthy(flag), depth, locals);
                case 1 -> choice(new Condition.Not(new Condition.Truthy(flag)), depth, locals);
                case 2 -> choice(new Condition.Same(Ref.input(List.of("plan")), "pro \"x\""), depth, locals);
                default -> {
                    String element = "e" + depth;
                    List<String> inner = new ArrayList<>(locals);
                    inner.add(element);
                    yield new Part.Loop(
                            Ref.input(List.of("list" + depth)),
                            element,
                            null,
                            parts(depth + 1, inner),
                            random.nextBoolean() ? List.of() : parts(depth + 1, locals));
                }
            };
        }

        private Part choice(Condition condition, int depth, List<String> locals) {
            return new Part.Choice(
                    List.of(new Part.Branch(condition, parts(depth + 1, locals))),
                    random.nextBoolean() ? List.of() : parts(depth + 1, locals));
        }
    }
}
