package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plays bodies recorded from real providers. They lie outside this repository; where they are not, these tests are
 * skipped. Expected are the finish reason, tokens in/out and the number of characters, or the kind of failure.
 */
class RecordedAnswersTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("assay.shared", "../shared")).resolve("data/wire-fixtures");
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final Pattern STATUS = Pattern.compile("/([45][0-9]{2})[-.]");

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource(delimiter = '|', textBlock = """
            openai/stream/chat-text.sse | OPENAI | STOP 78/9 32
            openai/stream/chat-tool-call.sse | OPENAI | TOOL_CALLS 53/15 0
            openai/stream/chat-with-moderation-chunk.sse | OPENAI | STOP 13/11 6
            openai/stream/responses-text.sse | OPENAI_RESPONSES | STOP 278/9 31
            openai/stream/responses-tool-call.sse | OPENAI_RESPONSES | TOOL_CALLS 255/16 0
            openai/stream/responses-error-midstream.chunks.txt | OPENAI_RESPONSES | RateLimited
            openai/error/400-responses.json | OPENAI_RESPONSES | Rejected
            openai/error/400-temperature-on-reasoning-model.json | OPENAI_RESPONSES | Rejected
            deepseek/stream/responses-text.sse | OPENAI_RESPONSES | STOP 90/15 31
            deepseek/error/400.txt | OPENAI_RESPONSES | Rejected
            lmstudio/non-stream/responses-basic.json | OPENAI_RESPONSES | STOP 136/3677 12
            openai/non-stream/chat-text.json | OPENAI | STOP 16/363 1842
            openai/error/400-unsupported-parameter.json | OPENAI | Rejected
            openai/error/400-max_tokens-on-reasoning-model.json | OPENAI | Rejected
            openai/error/404-model-not-found-chat.json | OPENAI | UnknownModel
            azure-openai/stream/model-router-prompt-filter-first-chunk.chunks.txt | OPENAI | STOP 15/78 19
            groq/non-stream/chat-text.json | OPENAI | STOP 35/25 60
            groq/stream/chat-8k.sse | OPENAI | TOOL_CALLS 304/49 0
            groq/error/400-tool-use-failed.json | OPENAI | Rejected
            mistral/non-stream/chat-cached.json | OPENAI | STOP 268/5 16
            mistral/stream/chat-text.chunks.txt | OPENAI | STOP 13/8 38
            mistral/stream/chat-reasoning.chunks.txt | OPENAI | STOP 10/46 9
            deepseek/non-stream/chat-thinking.json | OPENAI | STOP 976/61 127
            deepseek/error/400.txt | OPENAI | Rejected
            xai/non-stream/chat-text.json | OPENAI | STOP 12/229 5
            xai/stream/chat-text.chunks.txt | OPENAI | STOP 12/291 5
            openrouter/error/429-upstream.json | OPENAI | RateLimited
            openrouter/stream/error-after-200.sse | OPENAI | ContextTooLong
            openrouter/stream/chat-text.sse | OPENAI | STOP 254/5 6
            ollama/non-stream/openai-compat-chat.json | OPENAI | STOP 136/15 40
            gemini/error/429-retry-info.json | OPENAI | RateLimited
            gemini/error/429-retry-info.json | GEMINI | RateLimited
            gemini/error/404-model-not-found.json | GEMINI | UnknownModel
            gemini/non-stream/generate-text.json | GEMINI | STOP 9/272 78
            gemini/non-stream/generate-thinking.json | GEMINI | STOP 9/311 79
            gemini/stream/generate-text.sse | GEMINI | STOP 13/8 32
            gemini/stream/generate-tool-call-signature.sse | GEMINI | TOOL_CALLS 29/212 0
            gemini/stream/generate-usage-each-chunk.sse | GEMINI | STOP 18/115 80
            synthetic/gemini/non-stream/prompt-blocked.json | GEMINI | ContentFiltered
            synthetic/gemini/error/400-array-wrapped.json | GEMINI | ContextTooLong
            anthropic/stream/messages-short.sse | ANTHROPIC | STOP 20/5 1
            anthropic/stream/messages-redacted-thinking.sse | ANTHROPIC | STOP 92/189 359
            anthropic/stream/messages-refusal.chunks.txt | ANTHROPIC | REFUSAL 18/5 0
            anthropic/stream/messages-tool-no-args.chunks.txt | ANTHROPIC | TOOL_CALLS 565/48 35
            anthropic/stream/duplicate-message-start.chunks.txt | ANTHROPIC | STOP 17/227 13
            anthropic/non-stream/messages-text.json | ANTHROPIC | STOP 12/29 105
            anthropic/non-stream/messages-refusal.json | ANTHROPIC | REFUSAL 18/5 0
            anthropic/error/404-not-found.json | ANTHROPIC | UnknownModel
            anthropic/error/400-effort-unsupported.json | ANTHROPIC | Rejected
            cohere/non-stream/chat-cached.json | COHERE | STOP 2935/4 6
            cohere/stream/chat-text.chunks.txt | COHERE | STOP 507/10 31
            cohere/error/404-model-not-found.json | COHERE | UnknownModel
            bedrock/non-stream/converse-text.json | BEDROCK | STOP 25/4 17
            bedrock/error/400-validation.json | BEDROCK | UnknownModel
            synthetic/openai/stream/crlf.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/cr-only.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/no-space-after-colon.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/bom-and-comments.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/comment-inside-data.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/multi-line-data.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/no-final-blank-line.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/no-done-marker.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/cut-off.sse | OPENAI | Unreachable
            synthetic/openai/stream/error-after-200.sse | OPENAI | Overloaded
            synthetic/openai/stream/usage-before-last-chunk.sse | OPENAI | STOP 3/2 5
            synthetic/openai/stream/null-content-and-missing-delta.sse | OPENAI | STOP null/null 2
            synthetic/openai/stream/tool-calls-same-index.sse | OPENAI | TOOL_CALLS null/null 0
            synthetic/openai/stream/length-with-empty-content.sse | OPENAI | LENGTH 3/16 0
            synthetic/openai/error/400-context-length.json | OPENAI | ContextTooLong
            synthetic/openai/error/429-insufficient-quota.json | OPENAI | RateLimited
            synthetic/openai/error/502-html.html | OPENAI | Overloaded
            synthetic/azure-openai/error/400-content-filter.json | OPENAI | ContentFiltered
            synthetic/deepseek/non-stream/leading-blank-lines.json | OPENAI | STOP 1/1 2
            synthetic/anthropic/stream/error-after-200.sse | ANTHROPIC | Overloaded
            synthetic/anthropic/error/529-overloaded.json | ANTHROPIC | Overloaded
            synthetic/anthropic/error/400-prompt-too-long.json | ANTHROPIC | ContextTooLong
            synthetic/ollama/stream/chat.ndjson | OLLAMA | STOP 26/2 5
            synthetic/ollama/stream/error-midstream.ndjson | OLLAMA | Overloaded
            """)
    void aRecordedAnswerIsReadAsExpected(String file, Dialect dialect, String expected) throws IOException {
        Path path = RECORDED.resolve(file);
        assumeTrue(Files.exists(path), () -> "no recorded answers at " + RECORDED + ": set -Dassay.shared");
        String body = Files.readString(path);
        Matcher status = STATUS.matcher(file);
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(status.find() ? Integer.parseInt(status.group(1)) : 200)
                    .body(file.endsWith(".chunks.txt") ? framed(body) : body)
                    .build());
            assertThat(summary(server.url("/").uri(), dialect, file.contains("/stream/")))
                    .isEqualTo(expected);
        }
    }

    private static String summary(URI url, Dialect dialect, boolean stream) {
        var settings = new ProviderSettings(
                "house", dialect, url, new ApiKey.None(), Map.of(), List.of(), 1, TIME, TIME, TIME);
        var request = new ChatRequest(
                new ModelId("house", "m"),
                List.of(Message.of(Role.USER, "Hello")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                stream);
        try (var gateway = new LlmGateway(List.of(settings), Map.of())) {
            ChatResponse response = gateway.chat(request, ChatListener.NONE);
            return response.finishReason() + " " + response.usage().inputTokens() + "/"
                    + response.usage().outputTokens() + " "
                    + response.text().length();
        } catch (LlmException e) {
            assertThat(e.getMessage()).doesNotContain("\n");
            return e.getClass().getSimpleName();
        }
    }

    /** Some recordings keep the payloads only, one a line. */
    private static String framed(String payloads) {
        return payloads.lines().map(line -> "data: " + line + "\n\n").collect(Collectors.joining());
    }
}
