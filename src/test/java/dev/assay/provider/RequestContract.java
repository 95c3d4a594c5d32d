package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every provider sends of what is asked. */
abstract class RequestContract extends ProviderHarness {

    @Test
    void whatIsAskedIsSentOrRecordedAsChanged() throws Exception {
        enqueue(200, bodies().whole());
        var parameters =
                new ModelParameters(null, null, null, null, null, List.of(), null, 1.25, 0.75, ReasoningEffort.HIGH);
        var tool = new Tool("look_up", "Looks it up.", "{\"type\":\"object\"}");
        ChatRequest asked = request(false).withParameters(parameters).withTools(List.of(tool), new ToolChoice.Auto());
        ChatResponse response = gateway().chat(asked, ChatListener.NONE);
        String sent = server.takeRequest().getBody().utf8();
        var marks = Map.of(
                "frequencyPenalty", "1.25",
                "presencePenalty", "0.75",
                "reasoningEffort", "high",
                "tools", "look_up");
        var changed = response.adjustments().stream().map(Adjustment::parameter).toList();
        marks.forEach((parameter, mark) ->
                assertThat(changed.contains(parameter)).as(parameter).isEqualTo(!sent.contains(mark)));
    }

    @Test
    void aSchemaIsSentOrRecordedAsLeftOut() throws Exception {
        enqueue(200, bodies().whole());
        ChatRequest plain = request(false);
        ChatResponse response = gateway()
                .chat(
                        new ChatRequest(
                                plain.model(),
                                plain.messages(),
                                plain.parameters(),
                                new ResponseFormat.JsonSchema(
                                        "shape",
                                        "{\"type\":\"object\",\"properties\":{\"the_colour\":{\"type\":\"string\"}}}"),
                                false),
                        ChatListener.NONE);
        boolean sent = server.takeRequest().getBody().utf8().contains("the_colour");
        assertThat(response.adjustments().stream()
                        .anyMatch(one -> one.parameter().equals("format")))
                .isEqualTo(!sent);
    }

    @Test
    void anEarlierToolCallAndItsResultAreSent() throws Exception {
        enqueue(200, bodies().whole());
        ChatRequest asked = new ChatRequest(
                        new ModelId("house", "small"),
                        List.of(
                                Message.of(Role.USER, "What is it?"),
                                Message.of(
                                        Role.ASSISTANT,
                                        List.of(new ContentPart.ToolCall("c1", "look_up", "{\"shelf\":7}"))),
                                Message.of(
                                        Role.TOOL,
                                        List.of(new ContentPart.ToolResult("c1", "look_up", "a heron", false)))),
                        ModelParameters.DEFAULTS,
                        ResponseFormat.TEXT,
                        false)
                .withTools(List.of(new Tool("look_up", "", "{\"type\":\"object\"}")), ToolChoice.AUTO);
        assertThat(gateway().chat(asked, ChatListener.NONE).text()).isEqualTo(TEXT);
        assertThat(server.takeRequest().getBody().utf8())
                .contains("look_up")
                .contains("shelf")
                .contains("a heron");
    }
}
