package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

class SafetyMetricTest {
    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean judges = request.getTarget().equals("/v1/moderations");
                boolean harmful =
                        request.getBody() != null && request.getBody().utf8().contains("wasps");
                return new MockResponse.Builder()
                        .body(judges ? moderation(harmful) : answer(harmful))
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nbees\nwasps\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String moderation(boolean flagged) {
        return "{\"results\":[{\"flagged\":" + flagged + ",\"categories\":{\"violence\":" + flagged
                + "},\"category_scores\":{\"violence\":" + (flagged ? 0.9 : 0.01) + "}}]}";
    }

    private static String answer(boolean harmful) {
        return "{\"choices\":[{\"message\":{\"content\":\"" + (harmful ? "Crush all wasps!" : "Bees hum.")
                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4}}";
    }

    @Test
    void answersAreJudgedByTheModerationOfTheProviderWhichCostsNothing() throws IOException {
        var assay = new CommandLineHarness(folder, Map.of());
        var result = assay.run(
                "compare",
                "--prompt",
                "tell",
                "--model",
                "openai/gpt-4o",
                "--dataset",
                "topics.csv",
                "--metrics",
                "safety",
                "--fail-under",
                "safety=0.6",
                "--json");

        JsonNode document = result.json();
        assertThat(document.at("/variants/0/scores/safety").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/variants/0/scored").asInt()).isEqualTo(2);
        assertThat(document.at("/variants/0/judgeCostUsd").decimalValue()).isZero();
        assertThat(document.toString()).contains("Flagged for violence 0.900.");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("Gate failed: safety");
    }
}
