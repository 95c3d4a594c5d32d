package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run will take, told before it is made. Each answer has a hundred thousand tokens, which is 0.16 dollars. */
class EstimatedRunTest {
    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body("{\"choices\":[{\"message\":{\"content\":\"Much.\"},\"finish_reason\":\"stop\"}],"
                                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":100000}}")
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants\nbees\nmoths\nflies\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    retries: 0\n    baseUrl: " + server.url("/v1")
                        + "\n    apiKey: ${KEY_OF_TEST}\n");
        assay = new CommandLineHarness(folder, Map.of("KEY_OF_TEST", "sk-test"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandLineHarness.Result compare(CommandLineHarness with, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--prompt", "tell", "--model", "openai/gpt-4.1-mini", "--dataset", "topics.csv"));
        arguments.addAll(List.of("--no-stream", "--assert", "contains:much"));
        arguments.addAll(List.of(more));
        return with.run(arguments.toArray(String[]::new));
    }

    @Test
    void anEstimateCallsNobodyRecordsNothingAndNeedsNoKey() throws IOException {
        var estimate = compare(new CommandLineHarness(folder, Map.of()), "--estimate", "--json");

        assertThat(estimate.status()).as(estimate.err()).isZero();
        assertThat(estimate.json().at("/answers").asInt()).isEqualTo(4);
        assertThat(estimate.json().at("/basis").asText()).isEqualTo("tokens");
        assertThat(estimate.json().at("/costUsd/likely").isNull()).isTrue();
        assertThat(server.getRequestCount()).isZero();
        assertThat(assay.run("runs", "list", "--json").json().at("/runs")).isEmpty();
    }

    @Test
    void afterARunItsAnswersTellTheCostAndTheCacheAnswersWhatItKept() throws IOException {
        compare(assay);

        var cached = compare(assay, "--estimate", "--json");
        var fresh = compare(assay, "--estimate", "--no-cache", "--repeat", "10", "--json");

        assertThat(cached.json().at("/cached").asInt()).isEqualTo(4);
        assertThat(cached.json().at("/costUsd/high").decimalValue()).isZero();
        assertThat(fresh.json().at("/cached").asInt()).isZero();
        assertThat(fresh.json().at("/basis").asText()).isEqualTo("history");
        assertThat(fresh.json().at("/costUsd/likely").asDouble()).isBetween(6.4, 6.41);
        assertThat(fresh.json().at("/seconds").isNumber()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void whatTheRunWouldRefuseTheEstimateRefuses() {
        var estimate = compare(assay, "--estimate", "--model", "nobody/knows");

        assertThat(estimate.status()).isEqualTo(2);
        assertThat(estimate.err()).contains("nobody");
    }
}
