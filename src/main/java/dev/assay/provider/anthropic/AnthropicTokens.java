package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.WireJson;
import java.util.List;

/** Anthropic's count_tokens. */
final class AnthropicTokens implements TokenCounts {
    /** What counts; the endpoint refuses what steers the answer only. */
    private static final List<String> COUNTED =
            List.of("model", "messages", "system", "tools", "tool_choice", "thinking");

    @Override
    public Question ask(String basePath, ChatRequest request, ObjectNode chat) {
        return Question.of(
                AnthropicDialect.version(basePath) + "messages/count_tokens",
                chat.deepCopy().retain(COUNTED));
    }

    @Override
    public long read(JsonNode answer) {
        Long tokens = WireJson.count(answer.path("input_tokens"));
        if (tokens == null) {
            throw new UnusableAnswer("it has no input_tokens");
        }
        return tokens;
    }
}
