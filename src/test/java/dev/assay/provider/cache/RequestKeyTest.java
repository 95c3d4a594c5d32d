package dev.assay.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestKeyTest {
    private static final ChatRequest BASE = Answers.request("Hello");

    @Test
    void everythingThatMayChangeAnAnswerChangesTheKey() {
        var requests = new ArrayList<>(List.of(
                BASE,
                BASE.withModel(new ModelId("house", "large")),
                BASE.withModel(new ModelId("other", "small")),
                BASE.withRepeat(1),
                BASE.withTools(List.of(new Tool("look", "", "{}")), ToolChoice.AUTO),
                BASE.withTools(List.of(new Tool("look", "", "{}")), new ToolChoice.Required()),
                BASE.withTools(List.of(new Tool("look", "well", "{}")), ToolChoice.AUTO),
                formatted(new ResponseFormat.JsonObject()),
                formatted(new ResponseFormat.JsonSchema("a", "{}"))));
        messages().forEach(message -> requests.add(said(message)));
        parameters().forEach(parameters -> requests.add(BASE.withParameters(parameters)));

        assertThat(requests.stream().map(request -> RequestKey.of(request, "here")))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
        assertThat(RequestKey.of(BASE, "there")).isNotEqualTo(RequestKey.of(BASE, "here"));
    }

    @Test
    void equalRequestsHaveOneKeyStreamedOrNot() {
        var whole = new ChatRequest(BASE.model(), BASE.messages(), BASE.parameters(), BASE.format(), false);

        assertThat(RequestKey.of(Answers.request("Hello"), "here")).isEqualTo(RequestKey.of(BASE, "here"));
        assertThat(RequestKey.of(whole, "here")).isEqualTo(RequestKey.of(BASE, "here"));
    }

    @Test
    void answersThatWereKeptBeforeProbabilitiesCouldBeAskedForStayKnown() {
        assertThat(RequestKey.of(BASE, "here"))
                .isEqualTo("bd1a3edeb75a20c309af465cf2381655b7a2bfb1e1fae20fd156263013daee64");
    }

    private static List<Message> messages() {
        return List.of(
                Message.of(Role.SYSTEM, "Hello"),
                Message.of(Role.ASSISTANT, "Hello"),
                Message.of(Role.USER, "null"),
                Message.of(Role.USER, List.of(new ContentPart.Text("Hel"), new ContentPart.Text("lo"))),
                Message.of(Role.USER, List.of(new ContentPart.Media("data:,a", null))),
                Message.of(Role.USER, List.of(new ContentPart.Media("data:,a", "null"))),
                Message.of(Role.ASSISTANT, List.of(new ContentPart.ToolCall("1", "look", "{}"))),
                Message.of(Role.TOOL, List.of(new ContentPart.ToolResult("1", "look", "{}", false))),
                Message.of(Role.TOOL, List.of(new ContentPart.ToolResult("1", "look", "{}", true))),
                Message.of(Role.ASSISTANT, List.of(new ContentPart.Reasoning("Hello", null, false))));
    }

    private static List<ModelParameters> parameters() {
        return List.of(
                new ModelParameters(0.0, null, null, null, null, List.of(), null),
                new ModelParameters(0.5, null, null, null, null, List.of(), null),
                new ModelParameters(null, 0.5, null, null, null, List.of(), null),
                new ModelParameters(null, null, 5, null, null, List.of(), null),
                new ModelParameters(null, null, null, 5, null, List.of(), null),
                new ModelParameters(null, null, null, null, 5L, List.of(), null),
                new ModelParameters(null, null, null, null, null, List.of("a", "b"), null),
                new ModelParameters(null, null, null, null, null, List.of("ab"), null),
                new ModelParameters(null, null, null, null, null, List.of(), 5),
                new ModelParameters(null, null, null, null, null, List.of(), null, 0.5, null, null),
                new ModelParameters(null, null, null, null, null, List.of(), null, null, 0.5, null),
                new ModelParameters(
                        null, null, null, null, null, List.of(), null, null, null, ReasoningEffort.values()[0]),
                ModelParameters.DEFAULTS.withLikeliest(5),
                ModelParameters.DEFAULTS.withLikeliest(6));
    }

    private static ChatRequest said(Message message) {
        return new ChatRequest(BASE.model(), List.of(message), BASE.parameters(), BASE.format(), true);
    }

    private static ChatRequest formatted(ResponseFormat format) {
        return new ChatRequest(BASE.model(), BASE.messages(), BASE.parameters(), format, true);
    }
}
