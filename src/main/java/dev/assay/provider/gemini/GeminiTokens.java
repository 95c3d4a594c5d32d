package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.WireJson;

/** Google's countTokens. */
final class GeminiTokens implements TokenCounts {

    @Override
    public Question ask(String basePath, ChatRequest request, ObjectNode chat) {
        String resource = GeminiDialect.resource(request.model());
        ObjectNode body = WireJson.object();
        body.putObject("generateContentRequest").put("model", resource).setAll(chat);
        return Question.of(resource + ":countTokens", body);
    }

    @Override
    public long read(JsonNode answer) {
        Long tokens = WireJson.count(answer.path("totalTokens"));
        if (tokens == null) {
            throw new UnusableAnswer("it has no totalTokens");
        }
        return tokens;
    }
}
