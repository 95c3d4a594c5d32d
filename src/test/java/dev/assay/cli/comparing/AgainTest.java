package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** Earlier runs, judged anew and made again. Each answer costs 0.016 dollars, each judgement 0.0016. */
class AgainTest {
    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile String answer = "Very much.";
    private volatile String refused = "nothing";
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return reply(request.getBody() == null ? "" : request.getBody().utf8());
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants\nbees\nmoths\nflies\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    retries: 0\n    baseUrl: " + server.url("/v1") + "\n");
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse reply(String body) {
        boolean judges = body.contains("You judge answers");
        bodies.add(body);
        asked.add(judges ? "judge" : "answer");
        if (body.contains("Tell of " + refused)) {
            return new MockResponse.Builder().code(503).body("{}").build();
        }
        String text = judges
                ? "{\\\"evidence\\\":[],\\\"reasoning\\\":\\\"Good.\\\",\\\"can_judge\\\":true,\\\"score\\\":4}"
                : answer;
        return new MockResponse.Builder()
                .body("{\"choices\":[{\"message\":{\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":0,\"completion_tokens\":" + (judges ? 1000 : 10000) + "}}")
                .build();
    }

    private JsonNode compare(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--prompt", "tell", "--model", "openai/gpt-4.1-mini", "--dataset", "topics.csv"));
        arguments.addAll(List.of("--no-stream", "--json"));
        arguments.addAll(List.of(more));
        return assay.run(arguments.toArray(String[]::new)).json();
    }

    @Test
    void judgingAnewGeneratesNothingAndPaysForTheJudgeAlone() throws IOException {
        String earlier =
                compare("--assert", "contains:much", "--no-cache").at("/run/id").asText();
        asked.clear();

        var again = assay.run("rejudge", "--metrics", "relevance", "--judge", "openai/gpt-4.1-mini", "--json");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(asked).hasSize(4).containsOnly("judge");
        JsonNode variant = again.json().at("/variants/0");
        assertThat(variant.at("/scores/relevance").asDouble()).isEqualTo(0.75);
        assertThat(variant.at("/costUsd").decimalValue()).isZero();
        assertThat(variant.at("/worthUsd").decimalValue()).isEqualByComparingTo("0.064");
        assertThat(variant.at("/judgeCostUsd").decimalValue()).isEqualByComparingTo("0.0064");
        assertThat(variant.at("/latencyMs/p50").isNumber()).isTrue();
        assertThat(again.json().at("/run/origin/kind").asText()).isEqualTo("rejudged");
        assertThat(again.json().at("/run/origin/run").asText()).isEqualTo(earlier);
        assertThat(assay.run("runs", "show", earlier, "--json")
                        .json()
                        .at("/run/metrics/0")
                        .asText())
                .isEqualTo("contains:much");
    }

    @Test
    void timeAndPriceOfTheEarlierCallsCanStillBeMeasured() throws IOException {
        compare("--no-judge", "--no-cache");
        asked.clear();

        var again = assay.run("rejudge", "--metrics", "cost<=0.01,latency<=60s", "--json");

        assertThat(asked).isEmpty();
        assertThat(again.json().at("/variants/0/scores/cost").asDouble()).isZero();
        assertThat(again.json().at("/variants/0/scores/latency").asDouble()).isOne();
    }

    @Test
    void whatFailedBeforeStaysFailedAndIsNotAskedAgain() throws IOException {
        refused = "bees";
        compare("--no-judge", "--no-cache");
        refused = "nothing";
        asked.clear();

        var again = assay.run("rejudge", "--metrics", "contains:much", "--json");

        assertThat(asked).isEmpty();
        assertThat(again.json().at("/variants/0/errors").asInt()).isOne();
        assertThat(again.json().at("/variants/0/scored").asInt()).isEqualTo(3);
        assertThat(again.json().at("/run/status").asText()).isEqualTo("finished");
    }

    @Test
    void aBudgetForJudgingAnewLeavesTheAnswersOut() throws IOException {
        compare("--no-judge", "--no-cache");
        asked.clear();

        var again = assay.run(
                "rejudge", "--metrics", "relevance", "--judge", "openai/gpt-4.1-mini", "--budget", "0.0030", "--json");

        assertThat(again.status()).isOne();
        assertThat(asked).hasSize(2).containsOnly("judge");
        assertThat(again.err()).contains("Stopped by the budget");

        var rest = assay.run("resume", "--budget", "1", "--json");

        assertThat(rest.status()).as(rest.err()).isZero();
        assertThat(asked).hasSize(4).containsOnly("judge");
        assertThat(rest.json().at("/variants/0/scored").asInt()).isEqualTo(4);
    }

    @Test
    void nothingToMeasureIsRefused() throws IOException {
        compare("--no-judge");

        assertThat(assay.run("rejudge", "--no-judge").err()).contains("name what to measure");
    }

    @Test
    void replayingAsksEveryCallAgainWhateverTheCacheHoldsAndTheDriftIsTold() throws IOException {
        String earlier = compare("--metrics", "contains:much").at("/run/id").asText();
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Be silent on {{topic}}.\n");
        asked.clear();
        answer = "Little";

        var again = assay.run("replay", "--json");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(asked).hasSize(4).containsOnly("answer");
        assertThat(bodies.subList(4, 8)).allMatch(body -> body.contains("Tell of "));
        var drift = assay.run("runs", "drift", "latest", "--json").json();
        assertThat(drift.at("/earlier").asText()).isEqualTo(earlier);
        assertThat(drift.at("/variants/0/answers").asInt()).isEqualTo(4);
        assertThat(drift.at("/variants/0/sameAnswers").asInt()).isZero();
        assertThat(drift.at("/variants/0/then/scores/contains:much").asDouble()).isOne();
        assertThat(drift.at("/variants/0/now/scores/contains:much").asDouble()).isZero();
        assertThat(assay.run("runs", "drift", "latest").out())
                .contains("0 of 4 answers are the same to the last character")
                .contains("A now");
    }

    @Test
    void runsOfOtherCasesHaveNoDrift() throws IOException {
        String first = compare("--no-judge").at("/run/id").asText();
        Files.writeString(folder.resolve("topics.csv"), "topic\nwasps\n");
        compare("--no-judge");

        assertThat(assay.run("runs", "drift", "latest").err()).contains("replays no other");
        assertThat(assay.run("runs", "drift", "latest", first).err()).contains("their cases differ");
    }
}
