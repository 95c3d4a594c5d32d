package dev.assay.cli.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.data.Offset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes against a server whose small model has nothing to say to what is hard. */
class RoutesCommandTest {
    private static final String ROUTES = """
            routes:
              cheap-first:
                cascade:
                  - model: openai/gpt-4o-mini
                    escalate: [empty]
                  - model: openai/gpt-4o
              by-prompt:
                choose:
                  - {prompts: "s*", tag: easy, model: openai/gpt-4o-mini}
                  - model: route:cheap-first
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
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                boolean lost = body.contains("gpt-4o-mini") && body.contains("hard");
                return new MockResponse.Builder()
                        .body("{\"choices\":[{\"message\":{\"content\":\"" + (lost ? "" : "fine")
                                + "\"},\"finish_reason\":\"stop\"}],"
                                + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":40}}")
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/say.prompt"), "Explain {{thing}}.\n");
        Files.writeString(
                folder.resolve("prompts/simple.prompt"),
                "---\nmodel: route:by-prompt\nassay.tags: [easy]\n---\nExplain {{thing}}.\n");
        Files.writeString(
                folder.resolve("things.csv"),
                "thing\n"
                        + IntStream.range(0, 12)
                                .mapToObj(i -> (i % 4 == 0 ? "hard " : "plain ") + i)
                                .collect(Collectors.joining("\n")));
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n");
        Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theRoutesAreListedWithTheirReasons() throws IOException {
        assertThat(assay.run("routes", "list").out())
                .contains("route:cheap-first", "openai/gpt-4o-mini  goes on where the answer was empty")
                .contains("openai/gpt-4o-mini  prompts s*, tag easy", "route/cheap-first  always");
        JsonNode routes = assay.run("routes", "list", "--json").json().path("routes");
        assertThat(routes.at("/0/kind").asText()).isEqualTo("cascade");
        assertThat(routes.at("/1/models/0/where").asText()).isEqualTo("prompts s*, tag easy");
    }

    @Test
    void whatACascadeSavesIsMeasuredBesideItsLastModel() throws IOException {
        var told = assay.run(
                "routes",
                "measure",
                "route:cheap-first",
                "--prompt",
                "say",
                "--dataset",
                "things.csv",
                "--metric",
                "contains:fine",
                "--json");

        assertThat(told.status()).describedAs(told.err()).isZero();
        JsonNode document = told.json();
        assertThat(document.path("against").asText()).isEqualTo("openai/gpt-4o");
        assertThat(document.path("calls").asInt()).isEqualTo(12);
        assertThat(document.path("escalated").asInt()).isEqualTo(3);
        assertThat(document.at("/reasons/0/reason").asText()).isEqualTo("the answer was empty");
        // 12 calls of the small model and 3 of the large one; 12 of the large one alone.
        assertThat(document.path("costUsd").decimalValue()).isEqualByComparingTo("0.002418");
        assertThat(document.path("costAloneUsd").decimalValue()).isEqualByComparingTo("0.0078");
        assertThat(document.path("savedShare").asDouble()).isEqualTo(0.69, Offset.offset(0.001));
        assertThat(document.at("/scores/0/notWorse").asText()).isEqualTo("shown");

        var text = assay.run(
                "routes",
                "measure",
                "cheap-first",
                "--prompt",
                "say",
                "--dataset",
                "things.csv",
                "--metric",
                "contains:fine");
        assertThat(text.out())
                .contains("3 of 12 calls went on to another model", "9 answered by openai/gpt-4o-mini", "69.0 % saved");
    }

    @Test
    void aRunByARouteTellsEachEscalation() throws IOException {
        var run = assay.run(
                "compare",
                "--prompt",
                "say",
                "--model",
                "route:cheap-first",
                "--dataset",
                "things.csv",
                "--no-judge",
                "--json");

        assertThat(run.status()).describedAs(run.err()).isZero();
        assertThat(run.json().at("/variants/0/costUsd").decimalValue()).isEqualByComparingTo("0.002418");
        assertThat(run.out()).contains("\"escalation\"", "the answer was empty", "cascade cheap-first: 1 escalated");
        assertThat(run.json()
                        .at("/variants/0/usage/inputTokens")
                        .asLong(run.json().at("/variants/0/inputTokens").asLong()))
                .isEqualTo(1500);
    }

    @Test
    void aBudgetKeepsMoneyForEveryModelOfTheRoute() throws IOException {
        var run = assay.run(
                "compare",
                "--prompt",
                "say",
                "--model",
                "route:cheap-first",
                "--dataset",
                "things.csv",
                "--no-judge",
                "--budget",
                "1",
                "--json");
        assertThat(run.status()).describedAs(run.err()).isZero();

        // Enough for the small model alone, but not for the large one that it may go on to.
        var tight = assay.run(
                "compare",
                "--prompt",
                "say",
                "--model",
                "route:cheap-first",
                "--dataset",
                "things.csv",
                "--no-judge",
                "--no-cache",
                "--budget",
                "0.002");
        assertThat(tight.status()).isEqualTo(1);
        assertThat(tight.err()).contains("Nothing was called: the budget is below what the first answer may cost");
    }

    @Test
    void aChoiceSeesThePromptItself() throws IOException {
        var run = assay.run(
                "compare",
                "--prompt",
                "simple",
                "--model",
                "route:by-prompt",
                "--dataset",
                "things.csv",
                "--no-judge",
                "--json");

        assertThat(run.status()).describedAs(run.err()).isZero();
        assertThat(run.out()).contains("route by-prompt: prompts s*, tag easy").doesNotContain("\"escalation\"");
        assertThat(assay.run("lint").status()).isZero();
    }

    @Test
    void aRouteThatIsNotThereIsRefusedBeforeAnythingIsSent() throws IOException {
        var unknown = assay.run(
                "compare", "--prompt", "say", "--model", "route:chaep-first", "--dataset", "things.csv", "--no-judge");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean route:cheap-first?");
        Files.writeString(folder.resolve("routes.yaml"), "routes:\n  a:\n    cascade: []\n");
        assertThat(assay.run("routes", "list").err()).contains("routes.yaml:3:");
        assertThat(assay.run("routes").err()).contains("list or measure");
        assertThat(server.getRequestCount()).isZero();
    }
}
