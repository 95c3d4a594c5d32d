package dev.assay.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.local.LocalProvider;
import dev.assay.provider.similar.SimilarQuestions;
import dev.assay.settings.CacheSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarAnswersTest {
    private static final LocalProvider LOCAL = new LocalProvider();
    private static final String QUESTION = "What is the capital of France?";
    private static final String ALMOST = "What's the capital of France?";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private Function<ChatRequest, ChatResponse> answering = request -> plain("Paris");
    private boolean embeds = true;

    @Test
    void anAlmostEqualQuestionIsAnsweredAsTheFirstAndMarkedWithItsSimilarity() {
        LlmProvider similar = similar(0.98);
        ChatResponse paid = similar.chat(Answers.request(QUESTION), ChatListener.NONE);
        var heard = new ArrayList<String>();
        ChatResponse free = similar.chat(Answers.request(ALMOST), heard::add);

        assertThat(paid.cache()).isEqualTo(CacheStatus.NONE);
        assertThat(paid.similarity()).isEmpty();
        assertThat(asked).containsExactly(QUESTION);
        assertThat(free.text()).isEqualTo("Paris");
        assertThat(heard).containsExactly("Paris");
        assertThat(free.cache()).isEqualTo(CacheStatus.SEMANTIC);
        assertThat(free.similarity().orElseThrow()).isBetween(0.98, 0.999);
        assertThat(free.adjustments())
                .last()
                .extracting(Adjustment::asked, Adjustment::reason)
                .containsExactly("0.98", "the answer to \u201c" + QUESTION + "\u201d");
    }

    @Test
    void anEqualQuestionIsAHitAsEver() {
        LlmProvider similar = similar(0.5);
        similar.chat(Answers.request(QUESTION), ChatListener.NONE);
        assertThat(similar.chat(Answers.request(QUESTION), ChatListener.NONE).cache())
                .isEqualTo(CacheStatus.HIT);
        similar.chat(Answers.request(ALMOST), ChatListener.NONE);
        // What was given as similar is not kept as an answer of its own.
        assertThat(similar.chat(Answers.request(ALMOST), ChatListener.NONE).cache())
                .isEqualTo(CacheStatus.SEMANTIC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What is the capital of France?                 | What is the capital of Germany?
                    How do I reset my password?                    | How do I change my email address?
                    Is it safe to take ibuprofen with alcohol?     | Is it not safe to take ibuprofen with alcohol?
                    Can I get a refund within 30 days of delivery? | Can I get a refund within 90 days of delivery?
                    Who can apply for this grant in my town?       | Who can't apply for this grant in my town?
                    """)
    void anotherQuestionIsAsked(String first, String second) {
        LlmProvider similar = similar(0.9);
        similar.chat(Answers.request(first), ChatListener.NONE);
        assertThat(similar.chat(Answers.request(second), ChatListener.NONE).cache())
                .isEqualTo(CacheStatus.NONE);
        assertThat(asked).containsExactly(first, second);
    }

    @Test
    void belowTheThresholdThereIsNoSimilarity() {
        LlmProvider similar = similar(0.999);
        similar.chat(Answers.request(QUESTION), ChatListener.NONE);
        similar.chat(Answers.request(ALMOST), ChatListener.NONE);
        assertThat(asked).hasSize(2);
    }

    static Stream<ChatRequest> otherRequests() {
        ChatRequest almost = Answers.request(ALMOST);
        return Stream.of(
                almost.withModel(new ModelId("house", "large")),
                almost.withParameters(new ModelParameters(0.5, null, null, null, null, List.of(), null)),
                almost.withRepeat(1),
                almost.withTools(List.of(new Tool("look", "Looks", "{}")), ToolChoice.AUTO),
                with(almost, List.of(Message.of(Role.SYSTEM, "Be brief"), Message.of(Role.USER, ALMOST))),
                with(
                        almost,
                        List.of(
                                Message.of(Role.USER, "Hello"),
                                Message.of(Role.ASSISTANT, "Hello"),
                                Message.of(Role.USER, ALMOST))),
                with(almost, List.of(Message.of(Role.USER, ALMOST), Message.of(Role.ASSISTANT, "It is"))),
                with(
                        almost,
                        List.of(Message.of(
                                Role.USER,
                                List.of(
                                        new ContentPart.Text(ALMOST),
                                        new ContentPart.Media("data:image/png;base64,AA==", "image/png"))))));
    }

    @ParameterizedTest
    @MethodSource("otherRequests")
    void nothingButTheQuestionMayDiffer(ChatRequest other) {
        LlmProvider similar = similar(0.9);
        similar.chat(Answers.request(QUESTION), ChatListener.NONE);
        assertThat(similar.chat(other, ChatListener.NONE).cache()).isEqualTo(CacheStatus.NONE);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRequestWithAnImageNeverAnswersForAnother() {
        LlmProvider similar = similar(0.9);
        ChatRequest image = otherRequests().toList().getLast();
        similar.chat(image, ChatListener.NONE);
        similar.chat(
                with(
                        image,
                        List.of(new Message.User(List.of(
                                new ContentPart.Text(QUESTION),
                                image.messages().getFirst().parts().getLast())))),
                ChatListener.NONE);
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls a tool", "cut", "fails"})
    void answersThatCallToolsOrWereCutAndErrorsNeverStand(String bad) {
        answering = request -> switch (bad) {
            case "calls a tool" -> Answers.answer("");
            case "cut" -> plain("cut");
            default -> throw new LlmException.Overloaded("down", LlmException.Detail.of(request.model()));
        };
        LlmProvider similar = similar(0.9);
        try {
            similar.chat(Answers.request(QUESTION), ChatListener.NONE);
        } catch (LlmException e) {
            assertThat(e).hasMessage("down");
        }
        answering = request -> plain("Paris");
        assertThat(similar.chat(Answers.request(ALMOST), ChatListener.NONE).text())
                .isEqualTo("Paris");
        assertThat(asked).hasSize(2);
    }

    @Test
    void theQuestionsAreThereForTheNextProcessAndGoWithTheirAnswers() throws IOException {
        similar(0.98).chat(Answers.request(QUESTION), ChatListener.NONE);
        LlmProvider later = similar(0.98);
        assertThat(later.chat(Answers.request(ALMOST), ChatListener.NONE).cache())
                .isEqualTo(CacheStatus.SEMANTIC);

        var kept = new CacheFolder(folder);
        assertThat(kept.size().entries()).isOne();
        assertThat(kept.clear().entries()).isOne();
        assertThat(kept.size()).isEqualTo(new CacheFolder.Size(0, 0));
        assertThat(later.chat(Answers.request(ALMOST), ChatListener.NONE).cache())
                .isEqualTo(CacheStatus.NONE);
        assertThat(similar(0.98)
                        .chat(Answers.request(ALMOST), ChatListener.NONE)
                        .cache())
                .isEqualTo(CacheStatus.HIT);
    }

    @Test
    void aTextTooLongForTheModelIsAsked() {
        String text = "The quick brown fox jumps over the lazy dog. ".repeat(60);
        LlmProvider similar = similar(0.9);
        similar.chat(Answers.request(text + "What then?"), ChatListener.NONE);
        similar.chat(Answers.request(text + "And what then?"), ChatListener.NONE);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whereTheLocalModelDoesNotRunCallsAreMadeWithoutIt() {
        embeds = false;
        LlmProvider similar = similar(0.9);
        similar.chat(Answers.request(QUESTION), ChatListener.NONE);
        assertThat(similar.chat(Answers.request(ALMOST), ChatListener.NONE).text())
                .isEqualTo("Paris");
        assertThat(asked).hasSize(2);
        assertThatThrownBy(() -> similar.embed(
                        new EmbeddingRequest(LocalProvider.MODEL, List.of("x"), null, EmbeddingRequest.Purpose.QUERY)))
                .isInstanceOf(LlmException.class);
    }

    private SimilarAnswers similar(double least) {
        LlmProvider provider = new LlmProvider() {
            @Override
            public List<ModelId> models() {
                return List.of();
            }

            @Override
            public ChatResponse chat(ChatRequest request, ChatListener listener) {
                asked.add(request.messages().getLast().text());
                return answering.apply(request);
            }

            @Override
            public EmbeddingResponse embed(EmbeddingRequest request) {
                if (!embeds) {
                    throw LlmException.Unsupported.of(request.model(), "this system");
                }
                return LOCAL.embed(request);
            }
        };
        var store = new DiskStore(folder, new CacheSettings(true, 1 << 20, Duration.ofDays(1)), CLOCK);
        var cached = new CachedProvider(provider, Map.of("house", "here"), store, new SharedCalls());
        return new SimilarAnswers(cached, new SimilarQuestions(new CacheFolder(folder).questions(), CLOCK), least);
    }

    private static ChatRequest with(ChatRequest request, List<Message> messages) {
        return new ChatRequest(request.model(), messages, request.parameters(), ResponseFormat.TEXT, request.stream());
    }

    private static ChatResponse plain(String text) {
        FinishReason finish = text.equals("cut") ? FinishReason.LENGTH : FinishReason.STOP;
        return Answers.answer(text, finish).withToolCalls(List.of());
    }
}
