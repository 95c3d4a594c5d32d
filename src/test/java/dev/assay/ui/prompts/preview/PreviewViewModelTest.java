package dev.assay.ui.prompts.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCount;
import dev.assay.pricing.TokenCounter;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewViewModelTest {
    private static final ModelId PRICED = ModelId.parse("openai/gpt-4o");
    private static final ModelId UNKNOWN = ModelId.parse("mine/llama");

    private final PreviewViewModel preview = new PreviewViewModel(
            PreviewViewModelTest::render,
            new TokenCounter(),
            PriceTable::standard,
            new Tasks(Runnable::run, Runnable::run));

    @Test
    void showsTheMessagesWithTheirTokensAndPrice() {
        preview.show("p", "hello world", Map.of(), List.of(PRICED));

        Preview shown = preview.previewProperty().get();
        assertThat(shown.messages()).extracting(part -> part.message().text()).containsExactly("hello world");
        assertThat(shown.messages().getFirst().tokens().tokens()).isEqualTo(2);
        assertThat(shown.total().exact()).isTrue();
        assertThat(shown.calls().getFirst().cost().usd()).isPositive();
    }

    @Test
    void anUnknownModelIsEstimatedAndHasNoPrice() {
        preview.show("p", "hello world", Map.of(), List.of(UNKNOWN));

        Preview shown = preview.previewProperty().get();
        assertThat(shown.total().exact()).isFalse();
        assertThat(shown.calls().getFirst().cost()).isNull();
        assertThat(shown.calls().getFirst().share()).isEmpty();
    }

    @Test
    void eachChosenModelHasItsOwnPriceAndWindow() {
        preview.show("p", "hello world", Map.of(), List.of(PRICED, UNKNOWN));

        Preview shown = preview.previewProperty().get();
        assertThat(shown.calls()).extracting(call -> call.model()).containsExactly(PRICED, UNKNOWN);
        assertThat(shown.calls().getFirst().window().tokens()).isEqualTo(128_000);
        assertThat(shown.calls().getFirst().reserved()).isNull();
    }

    @Test
    void aBrokenTextKeepsTheLastGoodPreview() {
        preview.show("p", "hello world", Map.of(), List.of(PRICED));

        preview.show("p", "broken", Map.of(), List.of(PRICED));

        assertThat(preview.problemProperty().get()).isEqualTo("p:1:1: broken");
        assertThat(preview.previewProperty().get().messages()).hasSize(1);

        preview.show("p", "mended", Map.of(), List.of(PRICED));
        assertThat(preview.problemProperty().get()).isEmpty();
    }

    @Test
    void waitingForValuesIsNoProblem() {
        preview.await(List.of("subject", "body"), List.of());

        assertThat(preview.hintProperty().get()).contains("subject, body");
        assertThat(preview.problemProperty().get()).isEmpty();

        preview.show("p", "text", Map.of(), List.of(PRICED));
        assertThat(preview.hintProperty().get()).isEmpty();
    }

    @Test
    void toolsAreCountedButOnlyEstimated() {
        preview.show("p", "hello world", Map.of(), List.of(PRICED));
        int without = preview.previewProperty().get().total().tokens();

        preview.show("p", "with a tool", Map.of(), List.of(PRICED));

        Preview shown = preview.previewProperty().get();
        Preview.ToolPart tool = shown.tools().getFirst();
        assertThat(tool.tool().name()).isEqualTo("find_order");
        assertThat(tool.tokens().tokens()).isPositive();
        assertThat(tool.tokens().exact()).isFalse();
        assertThat(shown.total())
                .isEqualTo(new TokenCount(without + 1 + tool.tokens().tokens(), false));
        assertThat(shown.calls().getFirst().input()).isEqualTo(shown.total());
        assertThat(shown.toolChoice()).isEqualTo(new ToolChoice.Required());
    }

    private static RenderedPrompt render(String name, String text, Map<String, Object> inputs) {
        if (text.equals("broken")) {
            throw new InputException(name + ":1:1: broken");
        }
        return new RenderedPrompt(
                List.of(Message.of(Role.USER, text)),
                ModelParameters.DEFAULTS,
                text.contains("tool")
                        ? List.of(new Tool("find_order", "Looks an order up", "{\"type\": \"object\"}"))
                        : List.of(),
                text.contains("tool") ? new ToolChoice.Required() : ToolChoice.AUTO,
                ResponseFormat.TEXT);
    }
}
