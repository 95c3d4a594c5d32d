package dev.assay.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeProbeTest {
    @TempDir
    private Path folder;

    @Test
    void aJudgeThatCountsWordsCannotBeTalkedRound() throws IOException {
        var assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));

        var text = assay.run("judge", "probe", "relevance", "--judge", "offline/brief");
        var json = assay.run("judge", "probe", "relevance", "--judge", "offline/brief", "--json")
                .json();

        assertThat(text.status()).as(text.err() + text.out()).isZero();
        assertThat(text.out()).contains("Of 12 attempts, 0 lifted the score");
        assertThat(json.at("/attempts")).hasSize(12);
        assertThat(json.at("/lifted").asInt()).isZero();
    }

    @Test
    void whatCannotBeProbedIsTold() {
        var assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));

        assertThat(assay.run("judge", "probe", "contains:x").err()).contains("measured by a rule");
        assertThat(assay.run("judge", "probe", "relevance").err()).contains("Name the judge with --judge");
    }
}
