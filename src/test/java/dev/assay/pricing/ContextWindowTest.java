package dev.assay.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextWindowTest {
    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4o, 128000, 16384",
        "openai/gpt-4o-2024-08-06, 128000, 16384",
        "openai/gpt-4.1-mini, 1047576, 32768",
        "anthropic/claude-3-haiku-20240307, 200000, 4096"
    })
    void aKnownModelHasAWindow(String model, long tokens, long output) {
        assertThat(ContextWindow.of(ModelId.parse(model))).contains(new ContextWindow(tokens, output));
    }

    @ParameterizedTest
    @CsvSource({"openai/gpt-4o-of-my-own", "ollama/llama3", "mine/gpt-4o"})
    void anUnknownModelHasNone(String model) {
        assertThat(ContextWindow.of(ModelId.parse(model))).isEmpty();
    }

    @Test
    void inputAndReservedAnswerShareTheWindow() {
        var window = new ContextWindow(1000, null);

        assertThat(window.share(300, 500)).isEqualTo(0.8);
        assertThat(window.share(900, 200)).isGreaterThan(1);
    }
}
