package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportersTest {

    @ParameterizedTest
    @CsvSource({
        "promptfoo/promptfooconfig.yaml, PROMPTFOO",
        "promptfoo/more.csv, PROMPTFOO",
        "promptfoo/tests.jsonl, PROMPTFOO",
        "langfuse/chat.json, LANGFUSE",
        "langfuse/text.json, LANGFUSE",
        "prompty/answer-v1.prompty, PROMPTY",
        "prompty/answer-v2.prompty, PROMPTY",
        "langchain/chat.json, LANGCHAIN",
        "langchain/mustache.json, LANGCHAIN",
        "openai/body.json, OPENAI",
        "openai/chats.jsonl, CHAT_JSONL",
        "openai/evals.jsonl, CHAT_JSONL",
        "table/letters.csv, CSV"
    })
    void theFormatIsToldAndEveryPromptIsValid(String file, Format format) {
        ImportSource source = Sample.source(file);

        assertThat(Imports.detect(source)).contains(format);
        for (ImportedPrompt prompt : Sample.read(file).prompts()) {
            assertThat(PromptTemplate.parse("prompts/x.prompt", prompt.text()).diagnostics())
                    .describedAs(prompt.text())
                    .noneMatch(one -> one.severity() == Severity.ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promptfoo/promptfooconfig.yaml",
                "langfuse/chat.json",
                "prompty/answer-v1.prompty",
                "prompty/answer-v2.prompty",
                "langchain/chat.json"
            })
    void secretsAreNeitherCopiedNorResolved(String file) {
        ImportResult result = Sample.read(file);

        assertThat(result.prompts())
                .allSatisfy(prompt -> assertThat(prompt.text())
                        .doesNotContain("sk-")
                        .doesNotContain("${env")
                        .doesNotContain("\"secret\"")
                        .doesNotContain("_KEY"));
        assertThat(Sample.of(result, Outcome.LEFT_OUT)).anyMatch(line -> line.contains("not copied"));
    }

    @Test
    void aPromptfooConfigurationBecomesPromptsAndADataset() {
        ImportResult result = Sample.read("promptfoo/promptfooconfig.yaml");

        assertThat(result.prompts())
                .extracting(ImportedPrompt::name)
                .containsExactly("promptfooconfig/answer", "promptfooconfig/as-a-chat", "promptfooconfig");
        assertThat(result.prompts().getFirst().text())
                .contains("model: openai/gpt-4.1-mini", "maxOutputTokens: 200", "{{#each topics as |topic|}}");
        assertThat(result.datasets()).singleElement().satisfies(dataset -> {
            assertThat(dataset.cases()).isEqualTo(5);
            assertThat(dataset.text())
                    .contains(
                            "\"expected\":\"Repair the fence.\"",
                            "\"reader\":\"the board\"",
                            "\"reader\":\"the treasurer\"")
                    .contains(
                            "The fence by plot nine",
                            "\"type\":\"similar\",\"value\":\"The warden has it.\",\"threshold\":0.8")
                    .contains("\"__metadata\":{\"season\":\"summer\"}");
        });
        assertThat(Sample.of(result, Outcome.NEEDS_HAND))
                .anyMatch(line -> line.startsWith("line 7: {{ reader | upper }}"))
                .anyMatch(line -> line.contains("prompts/build.py"));
    }

    @Test
    void aFileOutsideTheFolderIsNotRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "TOP SECRET");
        Path inside = Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(inside.resolve("link.txt"), folder.resolve("secret.txt"));
        Path file = inside.resolve("promptfooconfig.yaml");
        Files.writeString(
                file,
                "prompts: ['file://../secret.txt', 'file://link.txt', 'file://" + folder.resolve("secret.txt")
                        + "', ok]\n"
                        + "tests: [{vars: {x: 'file://../secret.txt'}}, 'https://example.org/tests.csv']\n");

        ImportResult result = Imports.read(Format.PROMPTFOO, ImportFile.read(file, "c.yaml"), ImportOptions.DEFAULTS);

        assertThat(result.toString()).doesNotContain("TOP SECRET");
        assertThat(result.prompts()).hasSize(1);
        assertThat(Sample.of(result, Outcome.LEFT_OUT)).anyMatch(line -> line.contains("not fetched"));
    }

    @Test
    void aLangfuseChatKeepsItsBracesItsPlaceholderAndItsReferences() {
        ImportResult result = Sample.read("langfuse/chat.json");

        assertThat(result.prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.name()).isEqualTo("garden/answer-letters");
            assertThat(prompt.text()).contains("{{> garden/tone}}", "\\{{#if}}", "history", "assay.tags");
        });
    }

    @Test
    void aTextOfLangfuseRendersToItself() {
        ImportedPrompt prompt = Sample.read("langfuse/text.json").prompts().getFirst();

        assertThat(render(prompt, Map.of("name", "Ada")))
                .containsExactly("Hello Ada!\n{{#if}} is text here, and so is \\{{this.");
    }

    @Test
    void bothVersionsOfPromptyAreRead() {
        ImportedPrompt second =
                Sample.read("prompty/answer-v2.prompty").prompts().getFirst();
        ImportResult first = Sample.read("prompty/answer-v1.prompty");

        assertThat(second.text())
                .contains("{{#ifEquals tone \"brief\"}}", "{{media url=photo}}", "history", "topics?(array): any");
        assertThat(render(second, Map.of("letter", "Hi", "photo", "https://example.org/p.png")))
                .hasSize(3)
                .first()
                .asString()
                .contains("Be warm.")
                .contains("- slugs");
        assertThat(first.datasets())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("Tomas"));
        assertThat(render(
                        first.prompts().getFirst(), Map.of("letter", "Hi", "members", List.of(Map.of("name", "Ada")))))
                .first()
                .isEqualTo("You answer letters.\n* Ada\n");
    }

    @Test
    void langChainIsReadStrictlyByItsDeclaredFormat() {
        ImportedPrompt chat = Sample.read("langchain/chat.json").prompts().getFirst();
        ImportedPrompt mustache =
                Sample.read("langchain/mustache.json").prompts().getFirst();

        assertThat(render(chat, Map.of("letter", "L", "price", 2)))
                .containsExactly(
                        "You answer for Rosenhof. Reply as {\"answer\": \"...\"}, and keep {{these}}.",
                        "L It costs 2.",
                        "Dear {gardener},");
        assertThat(render(mustache, Map.of("garden", "G", "letters", List.of(Map.of("subject", "S")))))
                .first()
                .isEqualTo("Letters to G:\n- S for G\n{not a variable} G");
    }

    @Test
    void chatsAreCasesAndTheirLastAnswerIsTheCorrectOne() {
        ImportResult questions = Sample.read("openai/chats.jsonl");
        ImportResult conversations = Sample.read("openai/conversations.jsonl");

        assertThat(questions.datasets().getFirst().text())
                .isEqualTo("question,expected\nWhen do I sow peas?,In March.\nAnd beans?,In May.\n");
        assertThat(render(
                        conversations.prompts().getFirst(),
                        Map.of(
                                "messages",
                                List.of(
                                        Map.of("role", "user", "content", "Peas?"),
                                        Map.of("role", "assistant", "content", "{{x}} March."),
                                        Map.of("role", "user", "content", "Beans?")))))
                .containsExactly("Peas?", "{{x}} March.", "Beans?");
    }

    @Test
    void aTableIsReadAsItIsAndItsColumnsAreMapped() {
        ImportResult plain = Sample.read("table/letters.csv");
        ImportResult mapped = Imports.read(
                Format.CSV,
                Sample.source("table/letters.csv"),
                new ImportOptions(new ColumnMapping(Map.of(1, "expected", 2, "", 3, ""))));

        assertThat(plain.datasets().getFirst().text())
                .startsWith("letter,answer,answer-2,column4\n\"Two lines,\nand a \"\"quote\"\"\",yes,no,x\n");
        assertThat(Sample.of(plain, Outcome.NEEDS_HAND)).hasSize(3);
        assertThat(Sample.of(plain, Outcome.LEFT_OUT))
                .singleElement()
                .asString()
                .contains("line 5", "too much");
        assertThat(mapped.datasets().getFirst().text())
                .startsWith("letter,expected\n")
                .contains("Short,yes\n");
    }

    @Test
    void badFilesAreToldInOneLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});
        assertRefused(() -> ImportFile.read(file, "bad.yaml").text(), "bad.yaml:1:4", "UTF-8");
        Files.write(file, new byte[51 << 20]);
        assertRefused(() -> ImportFile.read(file, "bad.yaml"), "too large");

        String bomb =
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\nprompts: [*f,*f,*f]\n";
        assertRefused(() -> read(Format.PROMPTFOO, bomb), "YAML");
        assertRefused(() -> read(Format.PROMPTFOO, "prompts: " + "[".repeat(50_000)), "YAML");
        assertRefused(() -> read(Format.LANGFUSE, "[".repeat(50_000)), "JSON");
        assertRefused(() -> read(Format.OPENAI, "{\"a\": 1, \"a\": 2}"), "JSON");
        assertRefused(() -> read(Format.LANGCHAIN, "{\"lc\": 1}"), "no LangChain prompt");
        assertRefused(() -> read(Format.PROMPTY, "system:\nhello"), "no Prompty file");
        assertRefused(() -> read(Format.CSV, " "), "empty");
        assertRefused(() -> read(Format.JSONL, "{}\nnonsense"), ":2:");
    }

    @Test
    void hostileNamesStayInTheWorkspace() {
        for (String name : List.of(
                "../../etc/passwd",
                "/root/.ssh",
                "a/../../b",
                "C:\\x",
                ".git/config",
                "con\u0000trol",
                "",
                "...",
                "%2e%2e/x")) {
            String json = "{\"name\": " + dev.assay.prompt.render.JsonText.of(name)
                    + ", \"type\": \"text\", \"prompt\": \"x\"}";
            String given = read(Format.LANGFUSE, json).prompts().getFirst().name();
            assertThat(dev.assay.registry.git.WorkspacePaths.isName(given))
                    .describedAs(given)
                    .isTrue();
        }
    }

    @Test
    void anyBytesEitherImportOrAreRefused() {
        var random = new java.util.Random(7);
        List<String> seeds = List.of(
                "promptfoo/promptfooconfig.yaml",
                "langfuse/chat.json",
                "prompty/answer-v2.prompty",
                "prompty/answer-v1.prompty",
                "langchain/chat.json",
                "openai/body.json",
                "openai/chats.jsonl",
                "table/letters.csv");
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = Sample.source(seeds.get(i % seeds.size())).text().getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) " {}[]:%#\"-\n~|x".charAt(random.nextInt(14));
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (Format format : Format.values()) {
                try {
                    read(format, text);
                } catch (InputException refused) {
                    assertThat(refused.getMessage()).doesNotContain("\n");
                }
            }
        }
    }

    private static ImportResult read(Format format, String text) {
        return Imports.read(format, ImportSource.pasted(text, "pasted"), ImportOptions.DEFAULTS);
    }

    private static List<String> render(ImportedPrompt prompt, Map<String, Object> values) {
        return new PromptRenderer(PartialSource.NONE)
                .render(PromptTemplate.parse("prompts/x.prompt", prompt.text()), values, List.of()).messages().stream()
                        .map(Message::text)
                        .toList();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(InputException.class).satisfies(thrown -> {
            assertThat(thrown.getMessage()).contains(words);
            assertThat(thrown.getMessage().lines().count()).isEqualTo(1);
        });
    }
}
