package dev.assay.cli.compact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
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

/** Whole rewritings against a server that writes, and answers by whether the prompt still says what matters. */
class RewrittenPromptTest {
    private static final String PROMPT =
            "I would like you to be so kind as to explain {{thing}} to me. Always say fine.\n";
    private static final Pattern MARK = Pattern.compile("<(template-[0-9a-f]+)>");

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness assay;
    private String rewritten = "";

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                var mark = MARK.matcher(body);
                return new MockResponse.Builder()
                        .body(answer(
                                mark.find()
                                        ? "<" + mark.group(1) + ">\n" + rewritten + "\n</" + mark.group(1) + ">"
                                        : body.contains("fine") ? "It is fine." : "It is not."))
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

    private static String answer(String text) {
        return "{\"choices\":[{\"message\":{\"content\":"
                + new JsonMapper().valueToTree(text)
                + "},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":40}}";
    }

    private CommandLineHarness.Result compact(String... more) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "compact", "say", "--rewrite", "openai/gpt-4o", "--model", "openai/gpt-4o-mini"),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return assay.run(all);
    }

    private String prompt() throws IOException {
        return Files.readString(folder.resolve("prompts/say.prompt"));
    }

    @Test
    void aRewritingThatKeepsItsQualityIsWrittenAndItsPriceTold() throws IOException {
        rewritten = "Explain {{thing}}. Always say fine.";

        var told = compact("--accept", "--dataset", "things.csv", "--metric", "contains:fine", "--json");

        assertThat(told.status()).describedAs(told.err()).isZero();
        JsonNode document = told.json();
        assertThat(document.at("/edits/0/rule").asText()).isEqualTo("rewrite");
        assertThat(document.at("/rewrite/refused").isNull()).isTrue();
        // 100 tokens in at 2.50 and 40 out at 10 dollars a million.
        assertThat(document.at("/rewrite/costUsd").decimalValue()).isEqualByComparingTo("0.00065");
        assertThat(document.path("accepted").asBoolean()).isTrue();
        assertThat(prompt()).isEqualTo("Explain {{thing}}. Always say fine.\n");
        // The call is remembered like every other.
        assertThat(assay.run("metrics", "--by", "prompt").out()).contains("shorten");
    }

    @Test
    void aRewritingThatLosesQualityIsNotWritten() throws IOException {
        rewritten = "Explain {{thing}}.";

        var told = compact("--accept", "--dataset", "things.csv", "--metric", "contains:fine");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("not shown that the shorter prompt is at most 0.050 worse");
        assertThat(prompt()).isEqualTo(PROMPT);
    }

    @Test
    void aRewritingThatLosesAnInputIsRefusedBeforeAnythingIsCompared() throws IOException {
        rewritten = "Explain it. Always say fine.";

        var told = compact("--accept", "--dataset", "things.csv", "--metric", "contains:fine");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("Its text is not taken: it lacks {{thing}}.");
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(prompt()).isEqualTo(PROMPT);
    }

    @Test
    void aProviderThatFailsIsToldAsSuch() throws IOException {
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n    retries: 0\n");
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(400)
                        .body("{\"error\":{\"message\":\"no such thing\"}}")
                        .build();
            }
        });

        var told = compact();

        assertThat(told.status()).isEqualTo(3);
        assertThat(told.out() + told.err()).contains("no such thing");
    }
}
