package dev.assay.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.writeString(folder.resolve("providers.yaml"), """
                providers:
                  anthropic:
                    dialect: anthropic
                    baseUrl: %s
                  down:
                    dialect: openai
                    baseUrl: http://127.0.0.1:9/v1
                    retries: 0
                """.formatted(server.url("/")));
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void enqueue() {
        server.enqueue(new MockResponse.Builder()
                .body(
                        "{\"data\":[{\"id\":\"claude-sonnet-4-5\",\"max_input_tokens\":200000},{\"id\":\"new-one\"},{\"id\":\"claude-3-5-haiku-20241022\"}]}")
                .build());
    }

    @Test
    void modelsAreToldWithWhatIsKnownAndAProviderThatFailsSpoilsNothing() throws IOException {
        enqueue();
        var result = assay.run("models", "--json");

        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("down/*").contains("Is the server running?");
        JsonNode document = result.json();
        assertThat(document.path("models").findValuesAsText("model"))
                .containsExactly(
                        "offline/brief",
                        "offline/thorough",
                        "local/all-minilm-l6-v2",
                        "anthropic/claude-3-5-haiku-20241022",
                        "anthropic/claude-sonnet-4-5",
                        "anthropic/new-one");
        assertThat(document.at("/models/3/retired").asBoolean()).isTrue();
        JsonNode known = document.at("/models/4");
        assertThat(known.at("/price/input").asText()).isEqualTo("3");
        assertThat(known.path("context_window").asLong()).isEqualTo(200_000);
        assertThat(known.path("most_output").asLong()).isEqualTo(64_000);
        assertThat(known.at("/capabilities/seed").asBoolean(true)).isFalse();
        assertThat(known.at("/capabilities/efforts/4").asText()).isEqualTo("high");
        JsonNode unknown = document.at("/models/5");
        assertThat(unknown.path("price").isNull()).isTrue();
        assertThat(unknown.path("context_window").isNull()).isTrue();
        assertThat(document.at("/failed/0/provider").asText()).isEqualTo("down");
    }

    @Test
    void oneProviderIsAskedAlone() {
        enqueue();
        var result = assay.run("models", "anthropic");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains(
                        "anthropic/claude-sonnet-4-5",
                        "$3",
                        "$15",
                        "200k",
                        "retired 2026-02-19",
                        "jsonSchema, reasoning")
                .doesNotContain("offline");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void onlyWhereAllFailTheCommandFails() {
        server.close();
        assertThat(assay.run("models").status()).isEqualTo(3);
        assertThat(assay.run("models", "down").status()).isEqualTo(3);
        assertThat(assay.run("models", "offline").status()).isZero();
        var unknown = assay.run("models", "anthropik");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("anthropic");
    }
}
