package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Comparisons whose answers come in batches. Each answer has a million tokens of input: 1.25 dollars in a batch. */
class BatchedCompareTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "sk-planted-in-the-batch";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, List<JsonNode>> batches = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile List<JsonNode> uploaded = List.of();
    private volatile String status = "completed";
    private volatile boolean broken;
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    return answer(request);
                } catch (IOException e) {
                    return new MockResponse.Builder().code(400).build();
                }
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants\nbees\nmoths\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    retries: 0\n    apiKey: ${BATCH_KEY}\n    quirks:"
                        + " {vendor: openai}\n    baseUrl: " + server.url("/v1") + "\n");
        assay = new CommandLineHarness(folder, Map.of("BATCH_KEY", KEY));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) throws IOException {
        String path = request.getUrl().encodedPath();
        asked.add(request.getMethod() + " " + path);
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        if (path.equals("/v1/files")) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : body.lines().filter(one -> one.startsWith("{")).toList()) {
                lines.add(JSON.readTree(line));
            }
            uploaded = lines;
            return ok("{\"id\":\"file-1\",\"object\":\"file\"}");
        }
        if (path.equals("/v1/batches")) {
            String id = "batch_" + (batches.size() + 1);
            batches.put(id, uploaded);
            return ok("{\"id\":\"" + id + "\",\"status\":\"validating\"}");
        }
        if (path.endsWith("/content")) {
            return broken
                    ? new MockResponse.Builder().code(401).body("{}").build()
                    : ok(results(path.replaceFirst(".*/out-(.*)/content", "$1")));
        }
        return ok("{\"id\":\"b\",\"status\":\"" + status + "\",\"request_counts\":{\"total\":3,\"completed\":3,"
                + "\"failed\":0},\"output_file_id\":\"out-" + path.replaceFirst(".*/batches/", "") + "\"}");
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private String results(String batch) {
        return batches.get(batch).reversed().stream()
                .map(item -> "{\"custom_id\":\"" + item.path("custom_id").asText()
                        + "\",\"response\":{\"status_code\":200,\"body\":{\"choices\":[{\"message\":{\"content\":\"Of "
                        + item.at("/body/messages/0/content").asText().strip()
                        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1000000,"
                        + "\"completion_tokens\":0}}},\"error\":null}")
                .collect(Collectors.joining("\n"));
    }

    private CommandLineHarness.Result compare(String... more) {
        return assay.run(Stream.concat(
                        Stream.of(
                                "compare",
                                "--prompt",
                                "tell",
                                "--dataset",
                                "topics.csv",
                                "--assert",
                                "contains:Of",
                                "--batch"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void theAnswersComeInOneBatchForHalfThePriceAndEachIsRecordedOnce() throws IOException {
        var result = compare("--model", "openai/gpt-4o", "--model", "offline/brief", "--json");

        assertThat(result.status()).isZero();
        assertThat(result.err())
                .contains("Variant B runs as usual: the provider of offline/brief has no batch API")
                .contains("openai/gpt-4o batch: 3 requests sent")
                .contains("openai/gpt-4o batch: ended (completed)");
        assertThat(asked).doesNotContain("POST /v1/chat/completions").contains("POST /v1/batches");
        assertThat(result.json().at("/variants/0/costUsd").decimalValue()).isEqualByComparingTo("3.75");
        assertThat(result.json().at("/variants/0/latencyMs/p50").isNull()).isTrue();
        var calls = assay.run("history", "list", "--json").json();
        assertThat(calls.findValues("model"))
                .extracting(JsonNode::asText)
                .filteredOn("gpt-4o"::equals)
                .hasSize(3);
        String id = result.json().findValue("run").findValue("id").asText();
        assertThat(assay.run("runs", "export", id, "--format", "json").out()).contains("\"batch\" : \"batch_1\"");
    }

    @Test
    void theEstimateTellsThePriceOfBatches() throws IOException {
        var single = assay.run(
                "compare",
                "--prompt",
                "tell",
                "--model",
                "openai/gpt-4o",
                "--dataset",
                "topics.csv",
                "--no-judge",
                "--estimate",
                "--json");
        var batch = assay.run(
                "compare",
                "--prompt",
                "tell",
                "--model",
                "openai/gpt-4o",
                "--dataset",
                "topics.csv",
                "--no-judge",
                "--estimate",
                "--batch",
                "--json");

        assertThat(batch.json().path("batched").asInt()).isEqualTo(3);
        assertThat(batch.json().at("/costUsd/high").decimalValue().doubleValue())
                .isEqualTo(single.json().at("/costUsd/high").decimalValue().doubleValue() / 2);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRunThatWasCutOffWhileItReadIsGoneOnWithAndTheCacheKeepsTheAnswers() throws IOException {
        broken = true;
        var cut = compare("--model", "openai/gpt-4o");
        assertThat(cut.status()).isEqualTo(3);
        assertThat(cut.err()).doesNotContain(KEY);
        broken = false;

        var resumed = assay.run("resume", "--json");

        assertThat(resumed.status()).isZero();
        assertThat(resumed.json().at("/variants/0/cases").asInt()).isEqualTo(3);
        assertThat(batches).hasSize(1);

        var again = compare("--model", "openai/gpt-4o", "--json");

        assertThat(batches).hasSize(1);
        assertThat(again.json().at("/variants/0/costUsd").decimalValue()).isEqualByComparingTo("0");
        assertThat(assay.run("resume").err()).contains("lacks nothing");
    }

    @Test
    void whatAProviderStillWorksOnCanBeCancelled() throws IOException {
        broken = true;
        compare("--model", "openai/gpt-4o");

        var cancelled = assay.run("runs", "cancel", "latest");

        assertThat(cancelled.status()).isZero();
        assertThat(cancelled.out()).contains("Cancelling batch_1 of openai/gpt-4o, 3 requests");
        assertThat(asked).contains("POST /v1/batches/batch_1/cancel");
        broken = false;
        assay.run("resume");
        assertThat(assay.run("runs", "cancel", "latest").out()).contains("has no batch");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(compare("--model", "offline/brief").err())
                .contains("Nothing of this run can be sent in a batch: variant A is offline/brief");
        assertThat(compare("--model", "openai/gpt-4o", "--stop-when-settled", "contains:Of")
                        .err())
                .contains("is not stopped");
        assertThat(compare("--model", "openai/gpt-4o", "--semantic-cache").err())
                .contains("leave out --batch");
        assertThat(compare("--model", "openai/gpt-4o", "--budget", "0.0001").err())
                .contains("paid for as a whole");
        assertThat(asked).isEmpty();
    }

    @Test
    void aSavedComparisonSaysThatItIsBatched() throws IOException {
        var saved = compare("--model", "openai/gpt-4o", "--save", "cheap");
        assertThat(saved.status()).isZero();
        assertThat(Files.readString(folder.resolve("experiments/cheap.yaml"), StandardCharsets.UTF_8))
                .contains("batch: true");

        var result = assay.run("compare", "experiments/cheap.yaml", "--json");

        assertThat(result.status()).isZero();
        assertThat(assay.run("compare", "experiments/cheap.yaml", "--batch").err())
                .contains("--batch, not both");
    }
}
