package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Runs that end early and go on. Each answer has a million tokens of input, which is 0.40 dollars. */
class StoppedRunTest {
    private static final String MODEL = "openai/gpt-4.1-mini";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String refused = "nothing";
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getBody() == null ? "" : request.getBody().utf8());
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants\nbees\nmoths\nflies\nwasps\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    retries: 0\n    baseUrl: " + server.url("/v1") + "\n");
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(String body) {
        String topic = body.replaceFirst("(?s).*Tell of (\\w+).*", "$1");
        asked.add(topic);
        return topic.equals(refused)
                ? new MockResponse.Builder().code(503).body("{}").build()
                : new MockResponse.Builder()
                        .body("{\"choices\":[{\"message\":{\"content\":\"Of " + topic
                                + ".\"},\"finish_reason\":\"stop\"}],"
                                + "\"usage\":{\"prompt_tokens\":1000000,\"completion_tokens\":0}}")
                        .build();
    }

    private CommandLineHarness.Result compare(String model, String... more) {
        return compare(1, model, more);
    }

    private CommandLineHarness.Result compare(int concurrency, String model, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                "--prompt",
                "tell",
                "--model",
                model,
                "--dataset",
                "topics.csv",
                "--concurrency",
                String.valueOf(concurrency)));
        arguments.addAll(List.of("--no-stream", "--no-cache", "--assert", "contains:of"));
        arguments.addAll(List.of(more));
        return assay.run(arguments.toArray(String[]::new));
    }

    @Test
    void noCellIsBegunThatWouldBringTheRunAboveItsBudgetAndAHigherOneFinishesIt() throws IOException {
        var stopped = compare(MODEL, "--budget", "1");

        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.err()).contains("Stopped by the budget: 2 cells are finished and kept");
        assertThat(asked).containsExactly("ants", "bees");

        var still = assay.run("resume");

        assertThat(still.status()).isEqualTo(1);
        assertThat(asked).hasSize(2);

        var finished = assay.run("resume", "--budget", "2", "--json");

        assertThat(finished.status()).isZero();
        assertThat(finished.err()).contains("2 of them are finished already");
        assertThat(asked).containsExactly("ants", "bees", "moths", "flies", "wasps");
        assertThat(finished.json().at("/variants/0/cases").asInt()).isEqualTo(5);
        assertThat(finished.json().at("/variants/0/costUsd").decimalValue()).isEqualByComparingTo("2.00");
    }

    @Test
    void aBudgetBelowTheFirstAnswerCallsNothingAndSaysSo() {
        var result = compare(MODEL, "--budget", "0.000001");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("Nothing was called: the budget is below what the first answer may cost");
        assertThat(asked).isEmpty();
    }

    @Test
    void manyCallsAtOnceStayWithinTheBudgetFromTheFirst() {
        var result = compare(5, MODEL, "--budget", "0.004");

        assertThat(result.status()).isEqualTo(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aBudgetIsRefusedBeforeTheFirstCallWhereAPriceIsNotKnown() {
        var result = compare("openai/unheard-of", "--budget", "1");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("openai/unheard-of").contains("prices.csv");
        assertThat(asked).isEmpty();
    }

    @Test
    void oneVariantAloneSettlesNothingWhichIsToldBeforeTheFirstCall() {
        var result = compare(MODEL, "--metrics", "relevance", "--stop-when-settled", "relevance");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("one variant alone settles nothing");
        assertThat(asked).isEmpty();
    }

    @Test
    void errorsAloneAreAskedForAgain() throws IOException {
        refused = "moths";
        assertThat(compare(MODEL, "--json").json().at("/variants/0/errors").asInt())
                .isEqualTo(1);
        refused = "nothing";
        asked.clear();

        var nothing = assay.run("resume");
        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).contains("--retry-errors");
        assertThat(asked).isEmpty();

        var again = assay.run("resume", "--retry-errors", "--json");
        assertThat(again.status()).isZero();
        assertThat(asked).containsExactly("moths");
        assertThat(again.json().at("/variants/0/errors").asInt()).isZero();
    }

    @Test
    void oneVariantRunsAloneAndTheOthersLater() throws IOException {
        var part = compare(MODEL, "--model", "openai/gpt-4.1", "--only", "B", "--json");

        assertThat(part.status()).isZero();
        assertThat(part.err()).contains("Only a part was asked for; assay resume");
        assertThat(asked).hasSize(5);
        assertThat(part.json().at("/variants/0/cases").asInt()).isZero();
        assertThat(part.json().at("/variants/1/cases").asInt()).isEqualTo(5);

        assertThat(assay.run("resume", "--variant", "C").err()).contains("no variant 'C': the run has A to B");
        var whole = assay.run("resume", "--json");

        assertThat(whole.status()).isZero();
        assertThat(asked).hasSize(10);
        assertThat(whole.json().at("/variants/0/cases").asInt()).isEqualTo(5);
    }

    @Test
    void aSavedComparisonRunsAgainFromItsFile() throws IOException {
        assertThat(compare(MODEL, "--save", "tell", "--title", "Tell it").err()).contains("Saved as experiments");
        assertThat(Files.readString(folder.resolve("experiments/tell.yaml"))).contains("dataset: topics.csv");
        asked.clear();

        var again = assay.run("compare", "experiments/tell.yaml", "--json");

        assertThat(again.status()).isZero();
        assertThat(asked).containsExactly("ants", "bees", "moths", "flies", "wasps");
        assertThat(assay.run("runs", "list").out()).containsPattern("(?s)Tell it.*Tell it");

        var both = assay.run("compare", "experiments/tell.yaml", "--budget", "1");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("--budget").contains("not both");
        assertThat(assay.run("compare", "--prompt", "tell").err()).contains("Missing --model");
    }

    @Test
    void aRunGoesOnWithThePromptThatItBeganWith() throws IOException {
        compare(MODEL, "--budget", "1");
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Sing of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nstones\n");

        assertThat(assay.run("resume", "--budget", "9").status()).isZero();

        assertThat(asked).containsExactly("ants", "bees", "moths", "flies", "wasps");
    }
}
