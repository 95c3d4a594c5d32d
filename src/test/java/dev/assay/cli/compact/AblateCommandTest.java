package dev.assay.cli.compact;

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
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server answers well only where the prompt still has the section that matters. */
class AblateCommandTest {
    private static final String PROMPT = "Be kind at all times.\n\nAlways say fine.\n\nExplain {{thing}}.\n";

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean told =
                        request.getBody() != null && request.getBody().utf8().contains("say fine");
                return new MockResponse.Builder()
                        .body("{\"choices\":[{\"message\":{\"content\":\"" + (told ? "fine" : "no")
                                + "\"},\"finish_reason\":\"stop\"}],"
                                + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4}}")
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/say.prompt"), PROMPT);
        Files.writeString(
                folder.resolve("things.csv"),
                "thing\n" + IntStream.range(0, 12).mapToObj(i -> "number " + i).collect(Collectors.joining("\n")));
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n");
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachSectionIsLeftOutInTurnAndItsWorthTold() throws IOException {
        var told = assay.run(
                "ablate",
                "say",
                "--dataset",
                "things.csv",
                "--model",
                "openai/gpt-4o",
                "--metric",
                "contains:fine",
                "--json");

        assertThat(told.status()).describedAs(told.err()).isZero();
        JsonNode sections = told.json().path("sections");
        assertThat(sections).hasSize(3);
        assertThat(sections.at("/0/title").asText()).isEqualTo("Be kind at all times.");
        assertThat(sections.at("/0/notWorseWithout").asBoolean()).isTrue();
        assertThat(sections.at("/0/tokens/saved").asDouble()).isPositive();
        assertThat(sections.at("/0/scores/0/difference").asDouble()).isZero();
        assertThat(sections.at("/1/notWorseWithout").asBoolean(true)).isFalse();
        assertThat(sections.at("/1/scores/0/difference").asDouble()).isEqualTo(-1);
        assertThat(sections.at("/1/scores/0/cases").asInt()).isEqualTo(12);
        assertThat(sections.at("/2/tags/0").asText()).isEqualTo("{{thing}}");
        assertThat(Files.readString(folder.resolve("prompts/say.prompt"))).isEqualTo(PROMPT);
        // Whole, and without each of two sections, on every case; without its input the prompt is the same on all of
        // them.
        assertThat(server.getRequestCount()).isEqualTo(37);
    }

    @Test
    void theTextNamesWhatMayGo() {
        var told = assay.run(
                "ablate", "say", "--dataset", "things.csv", "--model", "openai/gpt-4o", "--metric", "contains:fine");

        assertThat(told.out())
                .contains("Always say fine.", "-1.000", "not shown to be not worse")
                .contains("at most 0.050 worse without it: line 1, line 5.");
    }

    @Test
    void whatItWouldTakeIsToldWithoutACall() {
        var told = assay.run(
                "ablate",
                "say",
                "--dataset",
                "things.csv",
                "--model",
                "openai/gpt-4o",
                "--metric",
                "contains:fine",
                "--estimate");

        assertThat(told.status()).describedAs(told.err()).isZero();
        assertThat(told.out()).contains("48");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatIsMissingIsToldWithTheMend() throws IOException {
        assertThat(assay.run("ablate", "say").err()).contains("--dataset");
        assertThat(assay.run("ablate", "say", "--dataset", "things.csv").err()).contains("--model PROVIDER/MODEL");
        Files.writeString(folder.resolve("prompts/say.prompt"), "Explain {{thing}}.\n");
        assertThat(assay.run("ablate", "say", "--dataset", "things.csv", "--model", "openai/gpt-4o")
                        .err())
                .contains("no section that could be left out");
    }
}
