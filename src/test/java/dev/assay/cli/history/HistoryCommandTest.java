package dev.assay.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void run() throws IOException, GitAPIException {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants in the kitchen\nbees in a hive\n");
        Files.writeString(folder.resolve("providers.yaml"), "providers: {}\n");
        assay = new CommandLineHarness(folder, Map.of());
        var compared = assay.run("compare", "--prompt", "tell", "--model", "offline/brief", "--dataset", "topics.csv");
        assertThat(compared.status()).as(compared.err()).isZero();
    }

    @Test
    void callsAreFoundByTheirWordsShownAndMarked() throws IOException {
        JsonNode found = assay.run("history", "list", "\"ants in\" operation:chat", "--json")
                .json();
        assertThat(found.at("/calls")).hasSize(1);
        assertThat(found.at("/more").asBoolean()).isFalse();
        String id = found.at("/calls/0/id").asText();

        JsonNode shown = assay.run("history", "show", id, "--json").json();
        assertThat(shown.at("/messages/0/content").asText()).isEqualTo("Tell of ants in the kitchen.\n");
        assertThat(shown.at("/case").asInt()).isOne();
        assertThat(assay.run("history", "show", id).out()).contains("--- user", "Tell of ants", "--- answer");

        assertThat(assay.run("history", "mark", id, "--star", "--tag", "odd", "--note", "look")
                        .out())
                .contains("starred, tags: odd, note: look");
        assertThat(assay.run("history", "list", "is:starred", "tag:odd").out()).contains(id, "* odd");
        assay.run("history", "mark", id, "--no-star", "--untag", "odd");
        assertThat(assay.run("history", "list", "is:starred").out()).contains("No call is like that");
    }

    @Test
    void aPhraseOfTheShellStaysAPhrase() throws IOException {
        assertThat(assay.run("history", "list", "in ants", "--json").json().at("/calls"))
                .isEmpty();
        assertThat(assay.run("history", "list", "in a hive", "operation:chat", "--json")
                        .json()
                        .at("/calls"))
                .hasSize(1);
    }

    @Test
    void aViewIsSavedAndNarrowedDown() throws IOException {
        assay.run("history", "views", "--save", "answers", "operation:chat");

        assertThat(assay.run("history", "list", "--view", "answers", "bees", "--json")
                        .json()
                        .at("/calls"))
                .hasSize(1);
        var missing = assay.run("history", "list", "--view", "other");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("answers");
    }

    @Test
    void anUnknownCallIsTold() {
        var shown = assay.run("history", "show", "nothing");

        assertThat(shown.status()).isEqualTo(2);
        assertThat(shown.err()).contains("There is no call 'nothing'", "assay history list");
    }

    @Test
    void aBackupIsPutBackAndACheckTellsWhatIsThere() throws IOException {
        JsonNode checked = assay.run("history", "check", "--json").json();
        assertThat(checked.at("/whole").asBoolean()).isTrue();
        assertThat(checked.at("/rows/run").asInt()).isOne();
        Path backup = folder.resolve("backup.zip");

        assertThat(assay.run("history", "backup", backup.toString()).out()).contains("Backed up into");
        assay.run("compare", "--prompt", "tell", "--model", "offline/brief", "--dataset", "topics.csv");
        JsonNode restored =
                assay.run("history", "restore", backup.toString(), "--json").json();

        assertThat(restored.at("/runs").asInt()).isOne();
        assertThat(Path.of(restored.at("/before").asText())).exists();
        assertThat(assay.run("history", "compact").out()).contains("MB before");
        assertThat(assay.run("history", "salvage", "--json").json().at("/runs").asInt())
                .isOne();
    }

    @Test
    void whatIsToGoIsSaidOnTheLineOrInTheFile() throws IOException {
        var unsaid = assay.run("history", "prune");
        assertThat(unsaid.status()).isEqualTo(2);
        assertThat(unsaid.err()).contains("--keep-days", "history.yaml");

        Files.writeString(folder.resolve("history.yaml"), "keepDays: 30\n");
        assertThat(assay.run("history", "prune").out()).contains("Nothing is old enough to go");
        assertThat(assay.run("history", "prune", "--max-megabytes", "1", "--dry-run")
                        .status())
                .isZero();
        Files.writeString(folder.resolve("history.yaml"), "keepDays: soon\n");
        assertThat(assay.run("history", "prune").err()).contains("history.yaml", "keepDays");
    }

    @Test
    void anEncryptedHistoryAsksForItsPassphrase() throws IOException {
        assertThat(assay.run("history", "encrypt").err()).contains("ASSAY_HISTORY_PASSPHRASE");
        var knowing = new CommandLineHarness(folder, Map.of("ASSAY_HISTORY_PASSPHRASE", "correct-horse"));

        assertThat(knowing.run("history", "encrypt").out()).contains("encrypted");

        var refused = assay.run("runs", "list");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("is encrypted", "assay keys set ASSAY_HISTORY_PASSPHRASE");
        assertThat(knowing.run("runs", "list", "--json").json().at("/runs")).hasSize(1);
        assertThat(knowing.run("history", "decrypt").status()).isZero();
        assertThat(assay.run("runs", "list", "--json").json().at("/runs")).hasSize(1);
    }

    @Test
    void exportedLinesAreReadBackAsALog() throws IOException {
        Path lines = folder.resolve("calls.jsonl");
        assertThat(assay.run("history", "export", "--texts", "--to", lines.toString())
                        .out())
                .contains("Exported");
        List<String> written = Files.readAllLines(lines);
        JsonNode first = new JsonMapper().readTree(written.getFirst());
        assertThat(first.at("/provider").asText()).isEqualTo("offline");
        assertThat(first.at("/messages/0/content").asText()).isNotEmpty();
        assertThat(assay.run("history", "export", "--to", lines.toString()).err())
                .contains("already");

        assertThat(assay.run("import", "log", lines.toString()).status()).isZero();
        assertThat(assay.run("metrics", "--json").json().at("/totalInvocations").asInt())
                .isEqualTo(2 * written.size());
    }

    @Test
    void aTableHasARowACall() throws IOException {
        Path table = folder.resolve("calls.csv");
        assay.run("history", "export", "--to", table.toString(), "operation:chat");

        List<String> rows = Files.readAllLines(table);
        assertThat(rows).hasSize(3).first().asString().startsWith("timestamp,provider,model");
        assertThat(rows.get(1)).contains(",offline,brief,chat,");
        assertThat(assay.run("history", "export", "--to", "calls.txt").err()).contains(".jsonl or .csv");
    }

    @Test
    void aCollectorGetsSpansAndHistograms() throws Exception {
        try (var collector = new MockWebServer()) {
            collector.enqueue(new MockResponse.Builder().build());
            collector.enqueue(new MockResponse.Builder().build());
            collector.start();
            String url = collector.url("/").toString();
            var keyed = new CommandLineHarness(folder, Map.of("COLLECTOR_KEY", "s3cret"));

            var sent = keyed.run(
                    "history",
                    "export",
                    "--otlp",
                    url,
                    "--header",
                    "Authorization=Bearer ${COLLECTOR_KEY}",
                    "operation:chat");

            assertThat(sent.status()).as(sent.err()).isZero();
            assertThat(sent.out()).contains("Exported 2 calls");
            var traces = collector.takeRequest();
            assertThat(traces.getTarget()).isEqualTo("/v1/traces");
            assertThat(traces.getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
            JsonNode spans =
                    new JsonMapper().readTree(traces.getBody().utf8()).at("/resourceSpans/0/scopeSpans/0/spans");
            assertThat(spans).hasSize(2);
            assertThat(spans.at("/0/name").asText()).isEqualTo("chat brief");
            assertThat(spans.at("/0/traceId").asText())
                    .hasSize(32)
                    .isEqualTo(spans.at("/1/traceId").asText());
            assertThat(spans.at("/0/spanId").asText())
                    .hasSize(16)
                    .isNotEqualTo(spans.at("/1/spanId").asText());
            assertThat(spans.at("/0").toString())
                    .contains("gen_ai.usage.input_tokens", "assay.run.id")
                    .doesNotContain("Tell of ants");
            var metrics = collector.takeRequest();
            assertThat(metrics.getTarget()).isEqualTo("/v1/metrics");
            assertThat(metrics.getBody().utf8())
                    .contains("gen_ai.client.token.usage", "gen_ai.client.operation.duration", "bucketCounts");
        }
    }

    @Test
    void aCollectorThatRefusesIsQuoted() throws Exception {
        try (var collector = new MockWebServer()) {
            collector.enqueue(
                    new MockResponse.Builder().code(400).body("no such tenant").build());
            collector.start();

            var sent =
                    assay.run("history", "export", "--otlp", collector.url("/").toString());

            assertThat(sent.status()).isNotZero();
            assertThat(sent.err()).contains("status 400", "no such tenant");
        }
        assertThat(assay.run("history", "export", "--otlp", "collector:4318").err())
                .contains("http://localhost:4318");
        assertThat(assay.run("history", "export", "--otlp", "http://localhost:4318", "--header", "A=${NO_SUCH_KEY}")
                        .err())
                .contains("NO_SUCH_KEY");
    }

    @Test
    void aServerIsNamedInTheFileAndItsPasswordIsNot() throws IOException {
        assertThat(assay.run("history", "upload").err()).contains("history.yaml", "jdbc:postgresql:");
        Files.writeString(
                folder.resolve("history.yaml"),
                "database: jdbc:postgresql://db.example/assay\ndatabasePassword: s3cret\n");
        var literal = assay.run("runs", "list");
        assertThat(literal.status()).isEqualTo(2);
        assertThat(literal.err())
                .contains("history.yaml:2", "git keeps for ever")
                .doesNotContain("s3cret");
        Files.writeString(
                folder.resolve("history.yaml"),
                "database: jdbc:postgresql://db.example/assay\ndatabasePassword: ${NO_SUCH_PASSWORD}\n");
        assertThat(assay.run("runs", "list").err()).contains("NO_SUCH_PASSWORD is not set");
        Files.writeString(folder.resolve("history.yaml"), "database: mysql://db.example/assay\n");
        assertThat(assay.run("runs", "list").err()).contains("jdbc:postgresql://db.example/assay");
    }

    @Test
    void aPromptBelowItsBandFailsTheGate() throws IOException {
        assertThat(assay.run("quality").out()).contains("No band");
        Files.writeString(
                folder.resolve("quality.yaml"), "quality:\n  - {prompt: te*, metric: coherence, atLeast: 0.01}\n");
        var fine = assay.run("quality", "--json");
        assertThat(fine.status()).isZero();
        assertThat(fine.json().at("/quality/0/prompt").asText()).isEqualTo("tell");
        assertThat(fine.json().at("/quality/0/answers").asInt()).isEqualTo(2);

        Files.writeString(
                folder.resolve("quality.yaml"), "quality:\n  - {prompt: tell, metric: coherence, atLeast: 1.0}\n");
        var below = assay.run("quality");
        assertThat(below.status()).isEqualTo(1);
        assertThat(below.out()).contains("below its band");

        Files.writeString(folder.resolve("quality.yaml"), "quality:\n  - {prompt: tell}\n");
        assertThat(assay.run("quality").err()).contains("quality.yaml:2", "atLeast");
    }

    @Test
    void howWellEachTextOfAPromptDidIsTold() throws IOException {
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell me at length of {{topic}}.\n");
        assay.run("compare", "--prompt", "tell", "--model", "offline/brief", "--dataset", "topics.csv");

        JsonNode told =
                assay.run("quality", "tell", "--metric", "coherence", "--json").json();

        assertThat(told.at("/texts")).hasSize(2);
        assertThat(told.at("/texts/0/text").asText())
                .isNotEqualTo(told.at("/texts/1/text").asText());
        assertThat(assay.run("quality", "nobody").out()).contains("No answer of nobody");
    }
}
