package dev.assay.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A judge that a user has written, from its file to the verdict. */
class OwnJudgeTest {
    private static final String TONE = """
            description: How courteous the answer is.
            scale: 1-3
            anchors: {1: Rude., 3: Kind.}
            sees: [answer]
            pass: 2
            """;

    @TempDir
    Path folder;

    private String reply = "{\\\"reasoning\\\": \\\"Kind.\\\", \\\"score\\\": 3}";

    private final MockWebServer server = new MockWebServer();
    private final List<String> judged = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                boolean judges = body.contains("You judge answers");
                if (judges) {
                    judged.add(body);
                }
                return new MockResponse.Builder()
                        .body(content(judges ? reply : "Hello."))
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.createDirectories(folder.resolve("judges"));
        Files.writeString(folder.resolve("prompts/greet.prompt"), "Greet {{name}}.\n");
        Files.writeString(folder.resolve("names.csv"), "name\nAda\nBo\n");
        Files.writeString(folder.resolve("judges/tone.yaml"), TONE);
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  house:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String content(String text) {
        return "{\"choices\":[{\"message\":{\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4}}";
    }

    @Test
    void answersAreJudgedByIt() throws IOException {
        var result = assay().run(
                        "compare",
                        "--prompt",
                        "greet",
                        "--model",
                        "house/m",
                        "--dataset",
                        "names.csv",
                        "--metric",
                        "tone",
                        "--save",
                        "greetings",
                        "--json");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json().at("/variants/0/scores/tone").asDouble()).isEqualTo(1);
        assertThat(judged)
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body)
                        .contains("Metric: tone")
                        .contains("1: Rude.")
                        .contains("score: 1, 2 or 3")
                        .doesNotContain("<task-"));
        assertThat(Files.readString(folder.resolve("experiments/greetings.yaml")))
                .contains("- tone\n")
                .doesNotContain("Rude");
        assertThat(assay().run("compare", "experiments/greetings.yaml", "--json")
                        .status())
                .isZero();
    }

    @Test
    void theJudgesAreListedShownAndChecked() throws IOException {
        Files.writeString(folder.resolve("judges/bad.yaml"), "description: x\nanchors: {1: a}\nscale: two\n");

        assertThat(assay().run("judge", "list").out())
                .contains("tone  How courteous the answer is.")
                .contains("bad  cannot be used: assay judge check bad");
        assertThat(assay().run("judge", "show", "tone").out())
                .contains("tone: How courteous")
                .contains("  1  Rude.")
                .contains("An answer passes at 2")
                .contains("Version ");
        JsonNode shown = assay().run("judge", "show", "tone", "--json").json();
        assertThat(shown.at("/version").asText()).matches("[0-9a-f]{12}");
        assertThat(assay().run("judge", "show", "faithfulness").out()).contains("each claim checked by itself");
        assertThat(assay().run("judge", "check", "tone").status()).isZero();
        var bad = assay().run("judge", "check", "judges/bad.yaml");
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.out()).contains("bad.yaml:2:10: ").contains("bad.yaml:3:8: ");
        assertThat(assay().run("judge", "check", "none").err()).contains("has no judge 'none'; it has: bad, tone");
        assertThat(assay().run("judge", "show", "equals").err()).contains("measured by a rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am sorry, but I cannot help with that.",
                "Great answer!!! Ten out of ten, the best that I have ever read.",
                "{\\\"score\\\": 4}",
                "{\\\"score\\\": null, \\\"reasoning\\\": \\\"Kind.\\\"}",
                "asdf qwer"
            })
    void aJudgeThatRefusesFlattersOrTalksNonsenseScoresNothing(String nonsense) throws IOException {
        reply = nonsense;

        var result = assay().run(
                        "compare",
                        "--prompt",
                        "greet",
                        "--model",
                        "house/m",
                        "--dataset",
                        "names.csv",
                        "--metric",
                        "tone",
                        "--fail-under",
                        "tone=0.5");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("Not scored in 2 cells of A: tone: no score from 1 to 3 could be read");
        assertThat(judged).hasSizeBetween(2, 4);
    }

    private CommandLineHarness assay() {
        return new CommandLineHarness(folder, Map.of());
    }
}
