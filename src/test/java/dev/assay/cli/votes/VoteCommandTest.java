package dev.assay.cli.votes;

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

class VoteCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private String run = "";

    @BeforeEach
    void runAComparison() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        var result = assay.run(
                "compare",
                "--prompt",
                "meeting/notes",
                "--prompt",
                "meeting/notes.detailed",
                "--model",
                "offline/brief",
                "--dataset",
                "meetings",
                "--no-judge",
                "--json");
        run = result.json().at("/run/id").asText();
    }

    private CommandLineHarness.Result importing(String lines) throws IOException {
        Files.writeString(folder.resolve("votes.jsonl"), lines);
        return assay.run("vote", "import", run, "votes.jsonl", "--voter", "Ann <ann@example.org>");
    }

    @Test
    void votesOfAFileAreCountedWhicheverSideAnAnswerStoodOn() throws IOException {
        var imported = importing("""
                {"case": 1, "left": "A", "right": "B", "choice": "left"}

                {"case": 2, "left": "B", "right": "A", "choice": "left", "at": "2026-11-26T17:30:00Z"}
                {"case": 3, "left": "B", "right": "A", "choice": "A"}
                {"case": 4, "left": "A", "right": "B", "choice": "both_bad", "voter": "Bo"}
                """);
        var listed = assay.run("vote", "list", run, "--json");

        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("4 votes of 2 people recorded");
        JsonNode pair = listed.json().at("/pairs/0");
        assertThat(pair.at("/wins").asInt()).isEqualTo(1);
        assertThat(pair.at("/losses").asInt()).isEqualTo(2);
        assertThat(pair.at("/ties").asInt()).isEqualTo(1);
        assertThat(pair.at("/p").asDouble()).isEqualTo(1.0);
        assertThat(pair.at("/sentence").asText()).startsWith("Too few votes to call: 4");
        assertThat(listed.json().at("/votes")).hasSize(4);
        assertThat(assay.run("vote", "list", run, "--each").out())
                .contains("case 2: B  (B left, A right; Ann <ann@example.org>")
                .contains("  Bo: B 0, tie 1, A 0");
    }

    @Test
    void aLaterVoteOfTheSamePersonTakesThePlaceOfTheFirst() throws IOException {
        importing("{\"case\": 1, \"left\": \"A\", \"right\": \"B\", \"choice\": \"left\"}");
        importing("{\"case\": 1, \"left\": \"B\", \"right\": \"A\", \"choice\": \"left\"}");

        JsonNode votes = assay.run("vote", "list", run, "--json").json();

        assertThat(votes.at("/votes")).hasSize(1);
        assertThat(votes.at("/pairs/0/wins").asInt()).isEqualTo(1);
    }

    @Test
    void aWrongLineIsNamedAndNothingOfTheFileIsRecorded() throws IOException {
        String good = "{\"case\": 1, \"left\": \"A\", \"right\": \"B\", \"choice\": \"tie\"}\n";

        assertThat(importing(good + "{\"case\": 99, \"left\": \"A\", \"right\": \"B\", \"choice\": \"tie\"}")
                        .err())
                .startsWith("assay: votes.jsonl:2:1: 'case' must be a whole number from 1 to");
        assertThat(importing(good + "{\"case\": 1, \"left\": \"A\", \"right\": \"C\", \"choice\": \"tie\"}")
                        .err())
                .contains("'right' must be the letter of a variant: A, B");
        assertThat(importing(good + "{\"case\": 1, \"left\": \"A\", \"right\": \"B\", \"choice\": \"best\"}")
                        .err())
                .contains("'choice' must be one of left, right, tie, both_bad, A, B");
        assertThat(importing(good + "{\"case\": 1, \"lft\": \"A\"}").err()).contains("there is no field lft");
        assertThat(importing(good + "nonsense").status()).isEqualTo(2);
        assertThat(assay.run("vote", "list", run).out()).contains("Nobody has voted on run " + run);
    }
}
