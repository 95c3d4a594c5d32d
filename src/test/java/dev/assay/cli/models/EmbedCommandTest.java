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

class EmbedCommandTest {
    private static final String MODEL = "openai/text-embedding-3-small";

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n");
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void enqueueTwo() {
        server.enqueue(new MockResponse.Builder().body("""
                        {"data":[{"index":0,"embedding":[0.5,1]},{"index":1,"embedding":[0,-1]}],
                         "usage":{"prompt_tokens":1000}}""").build());
    }

    @Test
    void theVectorsOfTheLinesOfAFileArePrintedWithTokensAndCost() throws Exception {
        Files.writeString(folder.resolve("texts.txt"), "one\n\ntwo\n");
        enqueueTwo();

        JsonNode document =
                assay.run("embed", "--model", MODEL, "texts.txt", "--json").json();

        assertThat(document.path("vectors").toString()).isEqualTo("[[0.5,1.0],[0.0,-1.0]]");
        assertThat(document.path("dimensions").asInt()).isEqualTo(2);
        assertThat(document.path("input_tokens").asInt()).isEqualTo(1000);
        assertThat(document.path("cost_usd").decimalValue()).isEqualByComparingTo("0.00002");
        assertThat(server.takeRequest().getBody().utf8()).contains("[\"one\",\"two\"]");
    }

    @Test
    void textsMayBeGivenOneByOneOrAsAnArray() throws Exception {
        enqueueTwo();
        var result = assay.run("embed", "--model", MODEL, "--text", "a", "--text", "b");
        assertThat(result.out())
                .contains("2 vectors of 2 numbers", "1000 tokens", "1 call")
                .doesNotContain("0.5");
        Files.writeString(folder.resolve("texts.json"), "[\"a\\nb\",\"c\"]");
        enqueueTwo();
        assertThat(assay.run("embed", "--model", MODEL, "texts.json").status()).isZero();
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8()).contains("[\"a\\nb\",\"c\"]");
    }

    @Test
    void theLocalModelNeedsNoServerAndSaysWhereATextIsTooLong() throws Exception {
        String longText = "The invoice was never paid. ".repeat(60);

        var result = assay.run(
                "embed", "--model", "local/all-minilm-l6-v2", "--text", "Short", "--text", longText, "--json");

        assertThat(result.status()).isZero();
        JsonNode document = result.json();
        assertThat(document.path("dimensions").asInt()).isEqualTo(384);
        assertThat(document.path("cost_usd").decimalValue()).isEqualByComparingTo("0");
        assertThat(document.at("/adjustments/0/parameter").asText()).isEqualTo("text 2");
        assertThat(result.err()).contains("text 2", "256 tokens at once");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatCannotBeDoneIsToldInALine() throws IOException {
        assertThat(assay.run("embed", "--model", MODEL).err()).contains("There is no text");
        assertThat(assay.run("embed", "--model", MODEL, "--text", " ").err()).contains("Text 1 of 1 to embed is empty");
        Files.writeString(folder.resolve("texts.json"), "[null]");
        assertThat(assay.run("embed", "--model", MODEL, "texts.json").status()).isEqualTo(2);
        var offline = assay.run("embed", "--model", "offline/brief", "--text", "a");
        assertThat(offline.status()).isEqualTo(3);
        assertThat(offline.err()).contains("offers no embeddings");
    }
}
