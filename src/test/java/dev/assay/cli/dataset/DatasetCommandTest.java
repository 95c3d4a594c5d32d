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

class DatasetCommandTest {
    private static final String PROMPT = """
            ---
            input:
              schema:
                question: string
                count: integer
            ---
            {{question}} {{count}}
            """;

    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private Path workspace;

    @BeforeEach
    void aPromptWithTypes() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        workspace = folder.resolve("Assay");
        Files.writeString(workspace.resolve("prompts/typed.prompt"), PROMPT);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(workspace.resolve("datasets").resolve(name), text);
    }

    @Test
    void aCaseOfARunIsAddedWithItsGoldenAnswerAndTheRestOfTheFileStaysAsItIs() throws IOException {
        write("t.csv", "question;count\r\nWhy?;2\r\n\"How; many?\";3\r\n");
        write("kept.csv", "count,question\n7,What?\n");
        assertThat(assay.run("compare", "--prompt", "typed", "--model", "offline/brief", "--dataset", "t", "--no-judge")
                        .status())
                .isZero();

        var added =
                assay.run("dataset", "add", "kept", "--run", "latest", "--case", "2", "--answer", "a", "--tag", "new");

        assertThat(added.status()).as(added.err()).isZero();
        String text = Files.readString(workspace.resolve("datasets/kept.csv"));
        assertThat(text)
                .startsWith("count,question,expected,__tags\n7,What?,,\n3,How; many?,")
                .endsWith(",new\n");
        assertThat(assay.run("dataset", "add", "kept", "--run", "latest", "--case", "2")
                        .err())
                .contains("Case 2 of kept has these inputs already");
        assertThat(assay.run("dataset", "add", "kept", "--run", "latest", "--case", "9")
                        .err())
                .contains("has no case 9: it has 1 to 2");
        assertThat(assay.run("dataset", "add", "kept", "--run", "latest", "--case", "1", "--answer", "C")
                        .err())
                .contains("no variant 'C'");
    }

    @Test
    void aCaseGetsItsGoldenAnswerFromARunOrInWordsOfItsOwn() throws IOException {
        write("t.jsonl", "{\"question\":\"Why?\",\"count\":2}\n{\"question\":\"How?\",\"count\":3}\n");
        assay.run("compare", "--prompt", "typed", "--model", "offline/brief", "--dataset", "t", "--no-judge");

        assertThat(assay.run("dataset", "golden", "t", "--case", "1", "--expected", "Because")
                        .status())
                .isZero();
        assertThat(assay.run("dataset", "golden", "t", "--case", "2", "--run", "latest", "--answer", "A")
                        .status())
                .isZero();

        String text = Files.readString(workspace.resolve("datasets/t.jsonl"));
        assertThat(text.lines().toList().getFirst())
                .isEqualTo("{\"question\":\"Why?\",\"count\":2,\"expected\":\"Because\"}");
        assertThat(text.lines().toList().getLast()).contains("\"count\":3,\"expected\":\"");
    }

    @Test
    void anAnswerToAnotherCaseIsNoGoldenAnswer() throws IOException {
        write("t.csv", "question,count\nWhy?,2\n");
        assay.run("compare", "--prompt", "typed", "--model", "offline/brief", "--dataset", "t", "--no-judge");
        write("t.csv", "question,count\nWho?,2\n");

        assertThat(assay.run("dataset", "golden", "t", "--case", "1", "--run", "latest", "--answer", "A")
                        .err())
                .contains("has other inputs");
        assertThat(assay.run("dataset", "golden", "t", "--case", "5", "--expected", "x")
                        .err())
                .contains("t has no case 5");
        assertThat(assay.run("dataset", "golden", "t", "--case", "1").err()).contains("Give either --expected");
    }

    @Test
    void firstCasesAreShownWithWhatIsLeftOut() throws IOException {
        write("t.csv", "\uFEFFquestion;count\r\n\"two\r\nlines\";1\r\nWhy?;2\r\nHow?;3\r\n");
        var shown = assay.run("dataset", "show", "t", "--limit", "2");

        assertThat(shown.status()).isZero();
        assertThat(shown.out())
                .contains("datasets/t.csv: 3 cases, 2 columns", "two lines", "Why?", "and 1 more case (--limit)")
                .doesNotContain("How?");
        JsonNode json = assay.run("dataset", "show", "datasets/t.csv", "--json").json();
        assertThat(json.at("/columns/0").asText()).isEqualTo("question");
        assertThat(json.at("/rows/0/values/question").asText()).isEqualTo("two\r\nlines");
        assertThat(json.at("/rows/1/line").asInt()).isEqualTo(4);
    }

    @Test
    void aValueOfTheWrongTypeIsToldWithItsCaseItsPlaceAndTheTypeWanted() throws IOException {
        write("t.csv", "question,count\nWhy?,2\nHow?,many\n");
        var found = assay.run("dataset", "check", "t", "--prompt", "typed");

        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out().lines()).hasSize(1);
        assertThat(found.out()).contains("datasets/t.csv:3:6: case 2: 'count' must be", "integer", "many");
        JsonNode problem = assay.run("dataset", "check", "t", "--prompt", "typed", "--json")
                .json()
                .at("/problems/0");
        assertThat(problem.at("/case").asInt()).isEqualTo(2);
        assertThat(problem.at("/name").asText()).isEqualTo("count");
    }

    @Test
    void aDatasetThatFitsItsPromptPasses() throws IOException {
        write("t.jsonl", "{\"question\": \"Why?\", \"count\": 2}\n");
        var checked = assay.run("dataset", "check", "t", "--prompt", "typed");

        assertThat(checked.status()).isZero();
        assertThat(checked.out()).contains("1 case, nothing is wrong");
    }

    @Test
    void duplicateNamesAndMissingColumnsAreToldAndNoMoreThanAskedFor() throws IOException {
        write("t.csv", "question,question\na,b\nc\n");
        assertThat(assay.run("dataset", "check", "t", "--prompt", "typed").out())
                .contains("Two columns are named 'question'", "no column 'count'", "This row has 1 value");
        var first = assay.run("dataset", "check", "t", "--limit", "1");
        assertThat(first.out().lines()).hasSize(2);
        assertThat(first.out()).contains("and more (--limit)");
    }

    @Test
    void badInputEndsWithTwoAndOneLine() throws IOException {
        write("broken.csv", "a,b\n\"open,1\n");
        for (String line : new String[] {
            "dataset",
            "dataset show absent",
            "dataset check broken",
            "dataset show broken --limit 0",
            "dataset check broken --prompt absent"
        }) {
            var result = assay.run(line.split(" "));
            assertThat(result.status()).describedAs(line).isEqualTo(2);
            assertThat(result.err().lines()).hasSize(1);
            assertThat(result.out()).isEmpty();
        }
        assertThat(assay.run("dataset", "check", "broken").err()).contains("datasets/broken.csv:2:1");
    }
}
