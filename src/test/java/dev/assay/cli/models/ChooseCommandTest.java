package dev.assay.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooseCommandTest {
    @TempDir
    Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.writeString(folder.resolve("providers.yaml"), "providers: {}\n");
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/say.prompt"), "Explain {{thing}} in three sentences.\n");
        Files.createDirectories(folder.resolve("datasets"));
        Files.writeString(
                folder.resolve("datasets/things.csv"),
                "thing\n"
                        + IntStream.range(0, 12)
                                .mapToObj(i -> "the number " + i)
                                .collect(Collectors.joining("\n")));
        assay = new CommandLineHarness(folder, Map.of());
    }

    @Test
    void withoutMeasurementsTheDatedTableIsToldAsNotMeasured() throws IOException {
        var told = assay.run("models", "choose", "--task", "summarisation", "--complexity", "simple", "--json");

        assertThat(told.status()).describedAs(told.err()).isZero();
        JsonNode document = told.json();
        assertThat(document.path("measured").asBoolean(true)).isFalse();
        assertThat(document.path("proposed").isNull()).isTrue();
        assertThat(document.at("/defaults/measured").asBoolean(true)).isFalse();
        assertThat(document.at("/defaults/date").asText()).isEqualTo("2026-08-21");
        assertThat(document.at("/defaults/models").size()).isPositive();
        assertThat(assay.run("models", "choose").out()).contains("Too little was measured", "not measured, table of");
    }

    @Test
    void measuredModelsAreComparedOnTheirSharedCases() throws IOException {
        var run = assay.run(
                "compare",
                "--prompt",
                "say",
                "--model",
                "offline/brief",
                "--model",
                "offline/thorough",
                "--dataset",
                "things",
                "--metric",
                "relevance");
        assertThat(run.status()).describedAs(run.err()).isZero();

        JsonNode document = assay.run("models", "choose", "--prompt", "say", "--metric", "relevance", "--json")
                .json();

        assertThat(document.path("metric").asText()).isEqualTo("relevance");
        assertThat(document.path("measured").asBoolean()).isTrue();
        assertThat(document.path("models")).hasSize(2);
        assertThat(document.at("/models/1/againstBest/sharedCases").asInt()).isEqualTo(12);
        assertThat(document.path("defaults").isNull()).isTrue();
        assertThat(assay.run("models", "choose").out()).contains("offline/brief", "12 shared cases", "Pareto front");
        assertThat(assay.run("models", "choose", "--prompt", "other").out()).contains("Too little was measured");
    }

    @Test
    void wrongWordsAreToldWithTheRightOnes() {
        assertThat(assay.run("models", "choose", "--task", "classificaton").err())
                .contains("did you mean classification?");
        assertThat(assay.run("models", "choose", "--complexity", "hard").err()).contains("simple, medium or complex");
        assertThat(assay.run("models", "choose", "--margin", "2").status()).isEqualTo(2);
    }
}
