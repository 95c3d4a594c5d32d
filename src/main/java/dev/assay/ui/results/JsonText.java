package dev.assay.ui.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.ChatResponse;
import dev.assay.ui.fx.Messages;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text that may be a JSON object or list. */
public final class JsonText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /**
     * An answer with its tool calls or its JSON indented; empty where it has neither.
     *
     * Arguments that are not valid JSON are shown as they came.
     */
    public static Optional<String> indented(ChatResponse response) {
        if (response.toolCalls().isEmpty()) {
            return indented(response.output());
        }
        Stream<String> text = Stream.of(response.text()).filter(part -> !part.isEmpty());
        Stream<String> calls = response.toolCalls().stream()
                .map(call -> Messages.get("detail.call", call.name()) + "\n"
                        + indented(call.arguments()).orElse(call.arguments()));
        return Optional.of(Stream.concat(text, calls).collect(Collectors.joining("\n\n")));
    }

    /** The text indented; empty where it is no JSON object or list, or not one alone. */
    public static Optional<String> indented(String text) {
        String start = text.strip();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(start).toPrettyString());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
