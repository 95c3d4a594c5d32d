package dev.assay.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeCalibrateTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private String run = "";

    @BeforeEach
    void runAComparison() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        run = assay.run(
                        "compare",
                        "--prompt",
                        "meeting/notes",
                        "--prompt",
                        "meeting/notes.detailed",
                        "--model",
                        "offline/brief",
                        "--dataset",
                        "meetings",
                        "--metrics",
                        "relevance",
                        "--json")
                .json()
                .at("/run/id")
                .asText();
    }

    @Test
    void theJudgeIsHeldAgainstTheVotes() throws IOException {
        String votes = IntStream.rangeClosed(1, 24)
                .mapToObj(testCase -> "{\"case\": " + testCase + ", \"left\": \"A\", \"right\": \"B\", \"choice\": \""
                        + (testCase % 6 == 0 ? "A" : "B") + "\"}")
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("votes.jsonl"), votes);
        assay.run("vote", "import", run, "votes.jsonl", "--voter", "Ann");

        var text = assay.run("judge", "calibrate", run);
        JsonNode judge = assay.run("judge", "calibrate", run, "--voter", "Ann", "--json")
                .json()
                .at("/judges/0");

        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("B against A on relevance, judged by offline/")
                .contains("The judge agrees with you on ")
                .contains("Weighted kappa ")
                .contains("Corrected by your 24 votes: B has a win rate of ")
                .contains("It errs on ")
                .contains("people A, judge B");
        assertThat(judge.at("/votes").asInt()).isEqualTo(24);
        assertThat(judge.at("/agreementCi95")).hasSize(2);
        assertThat(judge.at("/errors").size()).isPositive();
        assertThat(judge.at("/correctionReliable").asBoolean()).isTrue();
    }

    @Test
    void withoutVotesNothingIsClaimed() {
        assertThat(assay.run("judge", "calibrate", run).out()).contains("Nobody has voted");
        assertThat(assay.run("judge", "calibrate", run, "--voter", "Bo").err()).contains("no vote of 'Bo'");
    }
}
