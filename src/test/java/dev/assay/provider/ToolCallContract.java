package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider does with calls of tools. */
abstract class ToolCallContract extends RequestContract {
    private static final Tool TOOL = new Tool(
            "find_city", "Finds a city.", "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}");
    private static final ContentPart.ToolCall FIRST =
            new ContentPart.ToolCall("c1", "find_city", "{\"name\":\"\u00d6rebro\"}");
    private static final ContentPart.ToolCall SECOND = new ContentPart.ToolCall("c2", "find_city", "{}");

    private static ChatRequest asked(boolean stream) {
        return request(stream).withTools(List.of(TOOL), ToolChoice.AUTO);
    }

    private ChatResponse answer(boolean stream, Buffer body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
        return gateway().chat(asked(stream), ChatListener.NONE);
    }

    @Test
    void aCallOfAToolIsReadFromAWholeAnswer() {
        ChatResponse response = answer(false, wire(bodies().toolCall()));

        assertThat(response.toolCalls()).containsExactly(FIRST);
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(response.text()).isEmpty();
        assertThat(response.usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void callsOfToolsAreReadFromAStreamInTheirOrderAndAreNoText() {
        enqueue(200, bodies().toolCallStream());
        var heard = new ArrayList<String>();
        ChatResponse response = gateway().chat(asked(true), heard::add);

        assertThat(response.toolCalls()).containsExactly(FIRST, SECOND);
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(response.text()).isEmpty();
        assertThat(heard).isEmpty();
        assertThat(response.usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void aStreamOfToolCallsIsReadInTwoPiecesWhereverItIsSplit() {
        byte[] stream = wire(bodies().toolCallStream()).readByteArray();
        LlmGateway gateway = gateway();
        for (int cut = 1; cut < stream.length; cut++) {
            server.enqueue(new MockResponse.Builder()
                    .body(AnswerBodyContract.inTwo(stream, cut))
                    .removeHeader("Content-Length")
                    .addHeader("Transfer-Encoding", "chunked")
                    .build());
            ChatResponse response = gateway.chat(asked(true), ChatListener.NONE);
            assertThat(response.toolCalls()).as("split after %d bytes", cut).containsExactly(FIRST, SECOND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void aStreamOfToolCallsMayBeCutIntoPiecesOfAnySize(int chunkSize) {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(wire(bodies().toolCallStream()), chunkSize)
                .build());

        assertThat(gateway().chat(asked(true), ChatListener.NONE).toolCalls()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aStreamThatEndsWithinACallIsNoAnswer() {
        byte[] stream = wire(bodies().toolCallStream()).readByteArray();
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(stream, 0, stream.length / 3))
                .build());

        Assertions.assertThatThrownBy(() -> gateway().chat(asked(true), ChatListener.NONE))
                .isInstanceOf(LlmException.class)
                .matches(failure -> ((LlmException) failure).isRetriable());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConversationGoesOnFromTheCallWithItsResult(boolean stream) throws Exception {
        ChatResponse called = answer(stream, wire(stream ? bodies().toolCallStream() : bodies().toolCall()));
        List<Message> messages = new ArrayList<>(asked(false).messages());
        messages.add(called.message());
        messages.add(Message.of(
                Role.TOOL,
                called.toolCalls().stream()
                        .map(call ->
                                (ContentPart) new ContentPart.ToolResult(call.id(), call.name(), "59 north", false))
                        .toList()));
        ChatRequest first = asked(false);
        enqueue(200, bodies().whole());

        ChatResponse response = gateway()
                .chat(
                        new ChatRequest(first.model(), messages, first.parameters(), first.format(), false)
                                .withTools(first.tools(), ToolChoice.AUTO),
                        ChatListener.NONE);

        assertThat(response.text()).isEqualTo(TEXT);
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8())
                .contains("find_city")
                .contains("\u00d6rebro")
                .contains("59 north");
    }
}
