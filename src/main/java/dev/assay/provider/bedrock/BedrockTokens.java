package dev.assay.provider.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireJson;
import java.util.List;

/** Bedrock's count of what a conversation comes to; some of its models only are counted. */
final class BedrockTokens implements TokenCounts {
    private static final List<String> COUNTED =
            List.of("messages", "system", "toolConfig", "additionalModelRequestFields");

    @Override
    public Question ask(String basePath, ChatRequest request, ObjectNode chat) {
        ObjectNode body = WireJson.object();
        body.putObject("input").set("converse", chat.deepCopy().retain(COUNTED));
        return Question.of("model/" + WireDialect.segment(request.model().model()) + "/count-tokens", body);
    }

    @Override
    public long read(JsonNode answer) {
        Long tokens = WireJson.count(answer.path("inputTokens"));
        if (tokens == null) {
            throw new UnusableAnswer("it has no inputTokens");
        }
        return tokens;
    }
}
