package dev.assay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingRequest.Purpose;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class LocalProviderTest {
    private static final LocalProvider PROVIDER = new LocalProvider();

    private static EmbeddingResponse embed(List<String> texts, @Nullable Integer dimensions) {
        return PROVIDER.embed(new EmbeddingRequest(LocalProvider.MODEL, texts, dimensions, Purpose.SIMILARITY));
    }

    private static float[] vector(String text) {
        return embed(List.of(text), null).vectors().getFirst();
    }

    /** So many different words, each one token. */
    private static String words(int count, String... kinds) {
        return String.join(
                " ",
                IntStream.range(0, count).mapToObj(i -> kinds[i % kinds.length]).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "The new movie is awesome, The new movie is so great, 0.8939",
        "The cat sits outside, The dog plays in the garden, 0.2838",
        "A man is playing guitar, A woman watches TV, -0.0327"
    })
    void similaritiesAreThoseThatTheMakersOfTheModelPublish(String one, String other, double published) {
        assertThat(Cosine.of(vector(one), vector(other))).isEqualTo(published, within(0.05));
    }

    @Test
    void vectorsAreOfLengthOneAndOfTheModelsDimensions() {
        float[] vector = vector("How do I get my money back?");

        assertThat(vector).hasSize(LocalProvider.DIMENSIONS);
        double squares = IntStream.range(0, vector.length)
                .mapToDouble(i -> vector[i] * vector[i])
                .sum();
        assertThat(squares).isEqualTo(1, within(1e-5));
    }

    @Test
    void theVectorOfATextDoesNotDependOnWhatElseIsAsked() {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(i -> "Text " + i + words(i * 5, " red", " wide", " seven"))
                .toList();

        EmbeddingResponse together = embed(texts, null);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.vectors().get(i)).isEqualTo(vector(texts.get(i)));
        }
    }

    @Test
    void tokensAreCountedAndNothingIsSaidOfTextsThatFit() {
        EmbeddingResponse response = embed(List.of("red wide seven", words(254, "red")), null);

        assertThat(response.usage().inputTokens()).isEqualTo(5 + 256);
        assertThat(response.adjustments()).isEmpty();
    }

    @Test
    void aTextThatIsLongerThanTheModelReadsIsReadToItsEndAndSaid() {
        String longText = words(254, "red", "wide");

        EmbeddingResponse response = embed(List.of("short", longText + " house"), null);

        assertThat(response.adjustments()).singleElement().satisfies(made -> {
            assertThat(made.parameter()).isEqualTo("text 2");
            assertThat(made.asked()).isEqualTo("259 tokens");
            assertThat(made.sent()).isEqualTo("2 parts");
            assertThat(made.reason()).contains("256 tokens");
        });
        String ending = "The invoice of the plumber was never paid.";
        assertThat(Cosine.of(vector(longText + words(200, " wide")), vector(longText + " " + ending.repeat(20))))
                .isLessThan(0.9);
    }

    @Test
    void aLongTextIsTheMeanOfItsParts() {
        String one = words(254, "red", "wide");
        String other = words(254, "house", "river");

        assertThat(Cosine.of(vector(one + " " + other), vector(other + " " + one)))
                .isEqualTo(1, within(1e-6));
    }

    @Test
    void theModelIsListedButNotOfferedForAnswers() {
        assertThat(PROVIDER.listModels("local"))
                .singleElement()
                .extracting(ModelInfo::id, ModelInfo::maxInputTokens)
                .containsExactly(LocalProvider.MODEL, 256L);
        assertThat(PROVIDER.models()).isEmpty();
        var request = new ChatRequest(
                LocalProvider.MODEL,
                List.of(Message.of(Role.USER, "Hello")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);
        assertThatThrownBy(() -> PROVIDER.chat(request, ChatListener.NONE))
                .isInstanceOf(LlmException.Unsupported.class)
                .hasMessageContaining("only embeddings");
    }

    @Test
    void whatItCannotDoIsSaid() {
        assertThatThrownBy(() -> embed(List.of("text"), 512))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("384");
        var other = new ModelId("local", "large");
        assertThatThrownBy(
                        () -> PROVIDER.embed(new EmbeddingRequest(other, List.of("text"), null, Purpose.UNSPECIFIED)))
                .isInstanceOf(LlmException.UnknownModel.class)
                .hasMessageContaining("all-minilm-l6-v2");
        assertThat(embed(List.of("text"), 384).vectors()).hasSize(1);
        assertThat(embed(List.of(), null).vectors()).isEmpty();
    }

    @Test
    void anInterruptedCallerStopsWaiting() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> embed(Collections.nCopies(50, words(2000, "red", "wide")), null))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatReadsLikeAMarkOfTheModelIsText() {
        assertThat(embed(List.of("[SEP] [CLS]"), null).adjustments())
                .extracting(Adjustment::parameter)
                .isEmpty();
        assertThat(embed(List.of("[SEP]"), null).usage().inputTokens()).isGreaterThan(3);
    }
}
