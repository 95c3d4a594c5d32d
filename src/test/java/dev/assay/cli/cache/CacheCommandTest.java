package dev.assay.cli.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import dev.assay.provider.cache.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

class CacheCommandTest {
    private static final String ANSWER = """
            {"id": "1", "model": "small", "choices": [{"index": 0, "finish_reason": "stop",
              "message": {"role": "assistant", "content": "Blue"}}],
             "usage": {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500}}
            """;

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(ANSWER)
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.createDirectories(folder.resolve("datasets"));
        Files.writeString(
                folder.resolve("prompts/ask.prompt"), "---\ninput:\n  schema:\n    q: string\n---\nAnswer: {{q}}\n");
        Files.writeString(folder.resolve("datasets/few.csv"), "q\nsky\nsea\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  house: {dialect: openai, baseUrl: \"" + server.url("/v1") + "\"}\n");
        Files.writeString(folder.resolve("prices.csv"), "provider,model,input,output\nhouse,small,1,2\n");
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSecondComparisonPaysNothingAndSaysWhatItSaved() throws IOException {
        JsonNode paid = compare("--repeat", "2").json();
        assertThat(server.getRequestCount()).isEqualTo(4);
        JsonNode free = compare("--repeat", "2").json();

        assertThat(server.getRequestCount()).isEqualTo(4);
        assertThat(paid.path("cache").path("answers").asInt()).isZero();
        assertThat(paid.path("variants").path(0).path("costUsd").decimalValue()).isEqualByComparingTo("0.008");
        assertThat(free.path("cache").path("answers").asInt()).isEqualTo(4);
        assertThat(free.path("cache").path("savedUsd").decimalValue()).isEqualByComparingTo("0.008");
        assertThat(free.path("variants").path(0).path("costUsd").decimalValue()).isEqualByComparingTo("0");
        assertThat(free.path("variants").path(0).path("latencyMs").path("p50").isNull())
                .isTrue();
        assertThat(free.path("cells").findValuesAsText("cache")).containsOnly("hit");
    }

    @Test
    void adviceTellsWhichCallsNeedNotHaveBeenMadeAgain() throws IOException {
        compare();
        assertThat(assay.run("cache", "advice").out()).contains("2 calls", "No prompt begins alike");
        compare("--no-cache");

        JsonNode advice = assay.run("cache", "advice", "--json", "prompt:ask").json();

        assertThat(advice.path("calls").asInt()).isEqualTo(4);
        JsonNode again = advice.path("repeats").path(0);
        assertThat(again.path("prompt").asText()).isEqualTo("ask");
        assertThat(again.path("calls").asInt()).isEqualTo(2);
        assertThat(again.path("costUsd").decimalValue()).isEqualByComparingTo("0.004");
        assertThat(assay.run("cache", "advice").out()).contains("which --cache saves", "$0.0040");
    }

    @Test
    void afreshMeansAfresh() throws IOException {
        compare();
        compare("--no-cache");
        assertThat(server.getRequestCount()).isEqualTo(4);

        Files.writeString(folder.resolve("cache.yaml"), "use: false\n");
        compare();
        assertThat(server.getRequestCount()).isEqualTo(6);
        compare("--cache");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void theAnswerToASimilarQuestionStandsForAnotherOnlyWhereThatIsAskedForAndIsMarked() throws IOException {
        questions("What is the capital of France?");
        compare();
        questions("What's the capital of France?", "What is the capital of Germany?");
        compare("--semantic-cache", "--similarity", "1");
        compare("--no-cache");
        assertThat(server.getRequestCount()).isEqualTo(5);

        assay.run("cache", "clear");
        questions("What is the capital of France?");
        compare("--semantic-cache");
        questions("What's the capital of France?", "What is the capital of Germany?");
        Files.writeString(folder.resolve("cache.yaml"), "semantic: {use: true, similarity: 0.97}\n");
        JsonNode similar = compare().json();

        assertThat(server.getRequestCount()).isEqualTo(7);
        assertThat(similar.path("cache").path("semanticAnswers").asInt()).isOne();
        JsonNode cell = similar.path("cells").path(0);
        assertThat(cell.path("cache").asText()).isEqualTo("semantic");
        assertThat(cell.path("similarity").asDouble()).isBetween(0.97, 1.0);
        assertThat(cell.path("adjustments").path(0).path("reason").asText())
                .contains("Answer: What is the capital of France?");
        assertThat(similar.path("cells").path(1).path("cache").asText()).isEqualTo("none");
        assertThat(assay.run("runs", "show", similar.path("run").path("id").asText())
                        .out())
                .contains("1 answers (1 of similar questions, by the semantic cache)");
        JsonNode calls = assay.run("history", "list", "--json").json().path("calls");
        List<JsonNode> marked = calls.valueStream()
                .filter(call -> call.path("semantic").asBoolean())
                .toList();
        assertThat(marked).hasSize(1);
        assertThat(assay.run("history", "list").out()).containsOnlyOnce(" semantic");
        assertThat(assay.run("history", "show", marked.getFirst().path("id").asText())
                        .out())
                .containsPattern("cache +semantic, similarity 0[.]9\\d+: the answer to");
    }

    @Test
    void withoutTheCacheTheSemanticOneIsRefused() {
        String[] command = {
            "compare", "--prompt", "ask", "--model", "house/small", "--dataset", "few", "--semantic-cache"
        };
        assertThat(assay.run(with(command, "--no-cache")).err()).contains("The semantic cache is part of the cache");
        assertThat(assay.run(with(command, "--similarity", "2")).err())
                .contains("The similarity is 2.0 but must be above 0");
        assertThat(server.getRequestCount()).isZero();
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    private void questions(String... asked) throws IOException {
        Files.writeString(folder.resolve("datasets/few.csv"), "q\n" + String.join("\n", asked) + "\n");
    }

    @Test
    void theTextTellsOfTheCacheOnlyWhereItWasOfUse() {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--prompt", "ask", "--model", "house/small", "--dataset", "few", "--no-judge"));
        arguments.add("--no-stream");
        String[] command = arguments.toArray(String[]::new);

        assertThat(assay.run(command).out()).doesNotContain("cache");
        assertThat(assay.run(command).out()).contains("From the cache: 2 answers, 0 judgements; saved $0.0040.");
    }

    @Test
    void judgingTheSameAnswerAgainCostsNothingEither() throws IOException {
        String[] command = {"compare", "--prompt", "ask", "--model", "house/small", "--dataset", "few", "--json"};
        assay.run(command);
        int paid = server.getRequestCount();
        JsonNode again = assay.run(command).json();

        assertThat(paid).isGreaterThan(2);
        assertThat(server.getRequestCount()).isEqualTo(paid);
        assertThat(again.path("cache").path("judgements").asInt()).isEqualTo(paid - 2);
        assertThat(again.path("variants").path(0).path("judgeCostUsd").decimalValue())
                .isEqualByComparingTo("0");
    }

    @Test
    void theCacheIsCountedAndCleared() throws IOException {
        compare();

        JsonNode stats = assay.run("cache", "stats", "--json").json();
        assertThat(stats.path("entries").asInt()).isEqualTo(2);
        assertThat(stats.path("bytes").asLong()).isPositive();
        assertThat(stats.path("maxBytes").asLong()).isEqualTo(500L << 20);
        assertThat(assay.run("cache", "clear").out()).startsWith("Cleared: 2 answers");
        assertThat(assay.run("cache", "stats").out()).startsWith("0 answers");
        assertThat(assay.run("cache").status()).isEqualTo(2);

        compare();
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void clearingReachesTheSharedServerUnlessToldNotTo() throws Exception {
        try (var redis = RedisServer.start(folder)) {
            Files.writeString(folder.resolve("cache.yaml"), "redis: redis://localhost:" + redis.port() + "\n");
            compare();
            assertThat(assay.run("cache", "stats", "--json")
                            .json()
                            .path("redisEntries")
                            .asInt())
                    .isEqualTo(2);

            assay.run("cache", "clear", "--disk-only");
            compare();
            assertThat(server.getRequestCount()).isEqualTo(2);

            assertThat(assay.run("cache", "clear").out()).contains("Cleared on the Redis server: 2 answers");
            compare();
            assertThat(server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void aMistakeInTheSettingsIsToldWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("cache.yaml"), "maxMegabyte: 3\n");

        var stats = assay.run("cache", "stats");

        assertThat(stats.status()).isEqualTo(2);
        assertThat(stats.err()).contains("cache.yaml:1", "maxMegabyte", "maxMegabytes");
    }

    private CommandLineHarness.Result compare(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--prompt", "ask", "--model", "house/small", "--dataset", "few", "--no-judge"));
        arguments.addAll(List.of("--no-stream", "--json"));
        arguments.addAll(List.of(more));
        var result = assay.run(arguments.toArray(String[]::new));
        assertThat(result.status()).describedAs(result.err()).isZero();
        return result;
    }
}
