package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairwiseMetricTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void open() {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
    }

    @Test
    void answersAreComparedWithTheBaselinesAndTheSignTestDecides() throws IOException {
        JsonNode run = assay.run(compare("--metric", "pairwise", "--json")).json();

        assertThat(run.at("/variants/0/scores/pairwise").asDouble()).isEqualTo(0.5);
        assertThat(run.at("/variants/1/scores/pairwise").asDouble()).isGreaterThan(0.5);
        JsonNode verdict = run.at("/verdicts/0");
        int wins = verdict.at("/wins").asInt();
        int losses = verdict.at("/losses").asInt();
        assertThat(wins + losses + verdict.at("/ties").asInt()).isEqualTo(24);
        assertThat(verdict.at("/sentence").asText())
                .startsWith("B is preferred to A on pairwise (B has a win rate of ")
                .contains("exact sign test p < 0.001")
                .contains("B wins " + wins + ", loses " + losses)
                .contains("Judged by offline/brief");
    }

    @Test
    void aColumnThatWasRunAloneIsComparedOnceTheBaselineIsThere() throws IOException {
        var alone = assay.run(compare("--metric", "pairwise", "--only", "B", "--json"));
        String id = alone.json().at("/run/id").asText();

        assertThat(alone.json().at("/variants/1/scores").has("pairwise")).isFalse();
        var resumed = assay.run("resume", id, "--json");
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.json().at("/variants/1/scores/pairwise").asDouble()).isGreaterThan(0.5);
        assertThat(resumed.json().at("/variants/1/scored").asInt()).isEqualTo(24);
    }

    @Test
    void answersOfARunCanBeComparedAfterwards() throws IOException {
        assay.run(compare("--metric", "relevance"));

        var judged = assay.run("rejudge", "latest", "--metric", "pairwise", "--json");

        assertThat(judged.json().at("/variants/1/scored").asInt())
                .as(judged.err())
                .isEqualTo(24);
    }

    @Test
    void oneVariantAloneHasNothingToBeComparedWith() {
        var result = assay.run(
                "compare",
                "--prompt",
                "meeting/notes",
                "--model",
                "offline/brief",
                "--dataset",
                "meetings",
                "--metric",
                "pairwise");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("A pairwise metric compares variants with the first one");
    }

    private static String[] compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                "--prompt",
                "meeting/notes",
                "--prompt",
                "meeting/notes.detailed",
                "--model",
                "offline/brief",
                "--judge",
                "offline/brief",
                "--dataset",
                "meetings"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
