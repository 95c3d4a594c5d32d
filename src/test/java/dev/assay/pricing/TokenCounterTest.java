package dev.assay.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCounterTest {
    private static final ModelId OFFLINE = ModelId.parse("offline/brief");
    private static final ModelId GPT_4 = ModelId.parse("openai/gpt-4");
    private final TokenCounter counter = new TokenCounter();

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4o-mini-2024-07-18, true",
        "openai/gpt-4.1, true",
        "openai/gpt-5.2-chat-latest, true",
        "openai/o3-mini, true",
        "router/openai/gpt-4o, true",
        "openai/gpt-4-turbo, true",
        "openai/gpt-3.5-turbo-0125, true",
        "offline/brief, true",
        "anthropic/claude-haiku-4-5, false",
        "groq/openai/gpt-oss-20b, false",
        "mistral/open-mistral-7b, false",
        "ollama/olmo:1b, false"
    })
    void aCountIsExactOnlyWhereTheTokenizerIsKnown(String model, boolean exact) {
        assertThat(counter.count(ModelId.parse(model), "Hello world!")).isEqualTo(new TokenCount(3, exact));
    }

    @Test
    void olderModelsUseTheOlderTokenizer() {
        String chinese = "今天天气很好，我们去公园散步吧。";

        assertThat(counter.count(GPT_4, chinese).tokens())
                .isGreaterThan(counter.count(OFFLINE, chinese).tokens());
    }

    @Test
    void emptyTextHasNoTokens() {
        assertThat(counter.count(OFFLINE, "")).isEqualTo(new TokenCount(0, true));
    }

    @Test
    void aConversationCountsItsOverhead() {
        List<Message> messages =
                List.of(Message.of(Role.SYSTEM, "Hello world!"), Message.of(Role.USER, "Hello world!"));

        // 3 to prime the answer, and for each message 3, its role and its text
        assertThat(counter.count(OFFLINE, messages)).isEqualTo(new TokenCount(3 + 2 * (3 + 1 + 3), true));
    }

    @Test
    void aConversationWithAnImageIsAnEstimate() {
        Message image = Message.of(
                Role.USER, List.of(new ContentPart.Text("What is this?"), new ContentPart.Media("data:,x", null)));

        assertThat(counter.count(OFFLINE, List.of(image)).exact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "word ", "语", "\uD83D\uDE00", " ", "=-"})
    void veryLongTextsAreEstimatedFromTheirBeginning(String unit) {
        TokenCount once = counter.count(OFFLINE, unit.repeat(200_000 / unit.length()));
        TokenCount tenTimes = counter.count(OFFLINE, unit.repeat(2_000_000 / unit.length()));

        assertThat(once.exact()).isTrue();
        assertThat(tenTimes.exact()).isFalse();
        assertThat((double) tenTimes.tokens() / once.tokens()).isBetween(9.9, 10.1);
    }

    @Test
    void aSpecialTokenInATextIsPlainText() {
        assertThat(counter.count(OFFLINE, "<|endoftext|>").tokens()).isGreaterThan(1);
    }

    @Test
    void theHeadOfATextHasAtMostSoManyTokens() {
        String text = "One two three four five six seven eight nine ten.";

        String head = counter.head(OFFLINE, text, 4);

        assertThat(text).startsWith(head);
        assertThat(counter.count(OFFLINE, head).tokens()).isEqualTo(4);
        assertThat(counter.head(OFFLINE, text, 1000)).isEqualTo(text);
        assertThat(counter.head(OFFLINE, "\uD83E\uDD8A\uD83E\uDD8A", 1)).doesNotContain("\uFFFD");
    }
}
