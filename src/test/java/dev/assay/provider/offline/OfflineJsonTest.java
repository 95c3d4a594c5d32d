package dev.assay.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineJsonTest {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String TICKET = """
            <ticket>
            Subject: Money taken twice

            Hello, you charged my card twice this month, 18.50 each time. Please send a refund of one payment. \
            Our office has 12 people and the invoice shows only one workspace. The rest works well.
            </ticket>""";
    private static final String SCHEMA = """
            {"type": "object",
             "properties": {
               "category": {"type": "string", "enum": ["bug", "billing", "login"]},
               "tone": {"enum": ["furious", "neutral"]},
               "summary": {"type": "string", "description": "the problem in one sentence"},
               "detail": {"type": "string", "description": "how large the office is"},
               "people": {"type": "integer", "description": "people in the office", "minimum": 1},
               "amount": {"type": ["null", "number"], "description": "amount charged each time"},
               "involvesMoney": {"type": "boolean"},
               "dataLost": {"type": "boolean", "description": "true where data were lost"},
               "quotes": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
               "topics": {"type": "array", "items": {"enum": ["billing", "security"]}},
               "contact": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/contact"}]},
               "version": {"const": 3},
               "extra": {"type": "string"}},
             "$defs": {"contact": {"type": "object", "required": ["note"],
                                   "properties": {"note": {"type": "string", "maxLength": 10}}}},
             "required": ["category", "tone", "summary", "detail", "people", "amount", "involvesMoney", "dataLost",
                          "quotes", "topics", "contact", "version"]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"brief", "thorough"})
    void aSchemaIsFilledFromTheInput(String model) {
        JsonNode json = fill(model, SCHEMA);

        assertThat(json.get("category").asText()).isEqualTo("billing");
        assertThat(json.get("tone").asText()).isEqualTo("neutral");
        assertThat(Sentences.of(json.get("summary").asText())).hasSize(1);
        assertThat(json.get("detail").asText()).contains("12 people");
        assertThat(json.get("people").intValue()).isEqualTo(12);
        assertThat(json.get("amount").doubleValue()).isEqualTo(18.5);
        assertThat(json.get("involvesMoney").booleanValue()).isTrue();
        assertThat(json.get("dataLost").booleanValue()).isFalse();
        assertThat(json.get("quotes").size()).isBetween(1, 2);
        assertThat(json.get("topics")).singleElement().isEqualTo(json.get("category"));
        assertThat(json.at("/contact/note").asText())
                .hasSizeLessThanOrEqualTo(10)
                .isNotEmpty();
        assertThat(json.get("version").intValue()).isEqualTo(3);
    }

    @Test
    void theTwoModelsDiffer() {
        assertThat(fill("brief", SCHEMA).has("extra")).isFalse();
        assertThat(fill("thorough", SCHEMA).has("extra")).isTrue();
        assertThat(fill("brief", SCHEMA).get("quotes").size())
                .isLessThan(fill("thorough", SCHEMA).get("quotes").size());
        assertThat(fill("thorough", SCHEMA)).isEqualTo(fill("thorough", SCHEMA));
    }

    @Test
    void aSchemaThatRefersToItselfEnds() {
        String endless = """
                {"type": "object", "properties": {"child": {"$ref": "#"}, "list": {"type": "array", "items": {"$ref": "#"}}},
                 "required": ["child", "list"]}""";

        assertThat(fill("brief", endless).isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "true", "{\"type\": \"array\"}", "{\"type\": \"object\"}", "{\"enum\": []}", "[]"})
    void bareSchemasGiveValidJson(String schema) {
        assertThat(fill("thorough", schema).isMissingNode()).isFalse();
    }

    @Test
    void anObjectWithoutSchemaHasAnAnswer() {
        assertThat(parse(ask("brief", new ResponseFormat.JsonObject())).properties())
                .extracting(entry -> entry.getKey())
                .containsExactly("answer");
        assertThat(parse(ask("thorough", new ResponseFormat.JsonObject())).get("sentences"))
                .isNotEmpty();
    }

    @Test
    void aSchemaThatIsNotJsonIsRejected() {
        assertThatThrownBy(() -> fill("brief", "{oops"))
                .isInstanceOf(LlmException.Rejected.class)
                .hasMessageContaining("not JSON");
    }

    private static JsonNode fill(String model, String schema) {
        return parse(ask(model, new ResponseFormat.JsonSchema("ticket", schema)));
    }

    private static JsonNode parse(String json) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String ask(String model, ResponseFormat format) {
        var request = new ChatRequest(
                new ModelId("offline", model),
                List.of(Message.of(Role.USER, "Sort this ticket.\n\n" + TICKET)),
                ModelParameters.DEFAULTS,
                format,
                false);
        return new OfflineProvider().chat(request, ChatListener.NONE).text();
    }
}
