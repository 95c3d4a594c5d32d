package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String CHAT =
            "[{\"role\": \"system\", \"content\": \"Be kind.\"}, {\"role\": \"user\", \"content\": \"Hello {{you}}\"}]";

    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void aFile() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        Files.writeString(folder.resolve("Hello chat.json"), CHAT);
    }

    @Test
    void aFileBecomesAPromptThatRendersAndNothingIsCommitted() throws IOException {
        var result = assay.run("import", "auto", "Hello chat.json");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains(
                        "Imported Hello chat.json as Chat (JSON)",
                        "prompts/hello-chat.prompt",
                        "Needs a hand:",
                        "{{ in the text");
        JsonNode rendered = assay.run("render", "hello-chat", "--json").json();
        assertThat(rendered.at("/messages/1/content").asText()).isEqualTo("Hello {{you}}");
        assertThat(assay.run("prompts", "list").out()).contains("U hello-chat");
    }

    @Test
    void aNameThatIsTakenIsNeverOverwritten() throws IOException {
        assertThat(assay.run("import", "openai", "Hello chat.json", "--name", "support/triage")
                        .out())
                .contains("prompts/support/triage-2.prompt", "that name is taken");
        assertThat(assay.run("import", "openai", "Hello chat.json", "--name", "support/TRIAGE", "--dry-run", "--json")
                        .json()
                        .at("/written"))
                .isEmpty();
    }

    @Test
    void columnsOfATableBecomeTheInputsOfAPrompt() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "Customer Letter,note,ideal\nHi,x,ok\n");
        assay.run("prompts", "list");
        Files.writeString(folder.resolve("Assay").resolve("prompts/letters.prompt"), "{{letter}}\n");
        var result = assay.run("import", "csv", "t.csv", "--for", "letters", "--map", "note=");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("input 'letter'", "left out as you asked");
        assertThat(Files.readString(folder.resolve("Assay").resolve("datasets/t.csv")))
                .isEqualTo("letter,expected\nHi,ok\n");
        assertThat(assay.run("import", "auto", "Hello chat.json", "--map", "a=b")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void badInputEndsWithTwoAndOneLine() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"messages\": [");
        for (String[] arguments : new String[][] {
            {"import", "auto", "absent.json"},
            {"import", "nonsense", "Hello chat.json"},
            {"import", "openai", "bad.json"},
            {"import", "langchain", "Hello chat.json"},
            {"import", "openai", "Hello chat.json", "--name", "../../out"}
        }) {
            var result = assay.run(arguments);
            assertThat(result.status()).describedAs(String.join(" ", arguments)).isEqualTo(2);
            assertThat(result.err().lines().filter(line -> !line.contains("Created")))
                    .hasSize(1);
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void aPromptIsPrintedInAnotherFormatAndItsReportStaysApart() throws IOException {
        var result = assay.run("export", "promptfoo", "answer-from-context", "--dataset", "handbook-questions");

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("description:").contains("tests:").doesNotContain("converted,");
        assertThat(result.err()).contains("converted,");
        assertThat(assay.run("export", "curl", "support/triage", "--out", "call.sh")
                        .status())
                .isZero();
        assertThat(folder.resolve("call.sh")).exists();
        assertThat(assay.run("export", "curl", "support/triage", "--out", "call.sh")
                        .status())
                .isEqualTo(2);
        assertThat(assay.run("export", "csv", "support/triage").status()).isEqualTo(2);
    }

    @Test
    void aProgramGoesToTheProviderOfItsModelAlsoWhereNoneIsSetUp() throws IOException {
        var known = assay.run("export", "curl", "support/triage", "--model", "anthropic/claude-sonnet-4-6");
        var unknown = assay.run("export", "curl", "support/triage", "--model", "nobody/some-model");

        assertThat(known.out()).contains("https://api.anthropic.com/v1/messages", "$ANTHROPIC_API_KEY");
        assertThat(unknown.err()).contains("provider nobody: is not in providers.yaml");
    }
}
