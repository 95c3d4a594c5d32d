package dev.assay.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetImportCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private Path workspace;

    @BeforeEach
    void aPromptWithTypes() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        workspace = folder.resolve("Assay");
        Files.writeString(workspace.resolve("prompts/typed.prompt"), """
                ---
                input:
                  schema:
                    question: string
                    count: integer
                ---
                {{question}} {{count}}
                """);
    }

    @Test
    void aTableIsMappedShownAndWritten() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "\uFEFFq;n;n;\r\n\"two\r\nlines\";1;2;x\r\nWhy?;3;4;y\r\n");

        JsonNode json = assay.run(
                        "dataset",
                        "import",
                        "t.csv",
                        "--to",
                        "mine",
                        "--map",
                        "q=question",
                        "--map",
                        "4=",
                        "--preview",
                        "1",
                        "--json")
                .json();

        assertThat(json.at("/cases").asInt()).isEqualTo(2);
        assertThat(json.at("/preview/0/0").asText()).isEqualTo("two\r\nlines");
        assertThat(json.at("/preview")).hasSize(1);
        assertThat(Files.readString(workspace.resolve("datasets/mine.csv")))
                .startsWith("question,n,n")
                .contains("\"two\r\nlines\",1,2\n", "Why?,3,4\n")
                .doesNotContain("x");
    }

    @Test
    void aValueOfAnotherTypeIsToldByRowAndColumn() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "question|count\na|1\nb|many\n");

        var told = assay.run("dataset", "import", "t.csv", "--for", "typed", "--delimiter", "|", "--dry-run");

        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("Would write datasets/t.csv, 2 cases", "line 3: row 2, column 'count'");
        assertThat(workspace.resolve("datasets/t.csv")).doesNotExist();
    }

    @Test
    void linesOfJsonAreMappedAndKeepTheirTypes() throws IOException {
        Files.writeString(folder.resolve("t.jsonl"), "{\"q\":\"a\",\"count\":1}\n{\"q\":\"b\",\"more\":[1]}\n");

        var done = assay.run("dataset", "import", "t.jsonl", "--map", "q=question", "--map", "more=");

        assertThat(done.err()).isEmpty();
        assertThat(Files.readString(workspace.resolve("datasets/t.jsonl")))
                .isEqualTo("{\"question\":\"a\",\"count\":1}\n{\"question\":\"b\"}\n");
    }

    @Test
    void aNameThatIsTakenIsNotReplacedByAnother() throws IOException {
        Files.writeString(workspace.resolve("datasets/mine.csv"), "a\n1\n");
        Files.writeString(folder.resolve("t.csv"), "a\n2\n");

        var refused = assay.run("dataset", "import", "t.csv", "--to", "mine");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("There is a dataset 'mine' already");
        assertThat(Files.readString(workspace.resolve("datasets/mine.csv"))).isEqualTo("a\n1\n");
    }
}
