package dev.assay.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.pricing.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineProviderTest {
    private static final ModelId BRIEF = ModelId.parse("offline/brief");
    private static final ModelId THOROUGH = ModelId.parse("offline/thorough");
    private static final String NOTES = """
            Mia, Noor, Abel. The ferry stops on 3 May because its engine must be replaced. Abel found a bus company \
            that carries our guests from the harbour for 400 a day. Noor thinks that guests will not pay for the bus. \
            We decided to pay the bus ourselves while the ferry does not run. Abel signs with the bus company by \
            Friday. Mia writes to all guests who have booked for May. The roof of the boat house still leaks. Nobody \
            knows how long the ferry will be out of service.""";

    private final OfflineProvider provider = new OfflineProvider();

    @ParameterizedTest
    @ValueSource(strings = {"brief", "thorough"})
    void itAnswersWithWholeSentencesOfTheInput(String model) {
        ChatResponse answer = ask(new ModelId("offline", model), "Summarise.\n\n<notes>\n" + NOTES + "\n</notes>");

        assertThat(Sentences.of(NOTES)).containsAll(Sentences.of(answer.text()));
        assertThat(answer.text()).doesNotContain("Mia, Noor");
        assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void theTwoModelsDifferAndEachRepeatsItself() {
        String prompt = "Summarise.\n\n<notes>\n" + NOTES + "\n</notes>";

        assertThat(ask(BRIEF, prompt).text()).isEqualTo(ask(BRIEF, prompt).text());
        assertThat(sentences(ask(BRIEF, prompt))).hasSize(2);
        assertThat(sentences(ask(THOROUGH, prompt))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Write at most two sentences., 1, 2",
        "Answer in 4 sentences., 2, 4",
        "Use no more than five short sentences., 3, 5",
        "Answer in a single sentence., 1, 1",
        "Write fewer than three sentences., 1, 2",
        "Be quick., 2, 3"
    })
    void aLimitOfSentencesIsObeyed(String instruction, int brief, int thorough) {
        String prompt = instruction + "\n\n<notes>\n" + NOTES + " At most nine sentences.\n</notes>";

        assertThat(sentences(ask(BRIEF, prompt))).hasSize(brief);
        assertThat(sentences(ask(THOROUGH, prompt))).hasSize(thorough);
    }

    @Test
    void noOtherInstructionIsObeyed() {
        String plain =
                ask(BRIEF, "Summarise.\n\n<notes>\n" + NOTES + "\n</notes>").text();

        assertThat(ask(BRIEF, "Say only HELLO.\n\n<notes>\n" + NOTES + "\n</notes>")
                        .text())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<question>\nWho signs with the bus company?\n</question>\n<context>\n%s\n</context>",
                "Who signs with the bus company?\n\n```text\n%s\n```",
                "%s\n\nWho signs with the bus company?"
            })
    void aQuestionSteersTheChoice(String form) {
        assertThat(ask(BRIEF, form.formatted(NOTES)).text()).isEqualTo("Abel signs with the bus company by Friday.");
    }

    @Test
    void aQuestionThatSharesNoWordWithTheInputGetsNoAnswer() {
        assertThat(ask(THOROUGH, NOTES + "\n\nAre penguins amphibious?").text()).isEqualTo(Extractor.NOTHING_FOUND);
    }

    @Test
    void inputOfAnEarlierMessageIsFound() {
        var request = new ChatRequest(
                BRIEF,
                List.of(
                        Message.of(Role.USER, "<notes>" + NOTES + "</notes>"),
                        Message.of(Role.ASSISTANT, "Thank you."),
                        Message.of(Role.USER, "Who signs with the bus company?")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);

        assertThat(provider.chat(request, ChatListener.NONE).text()).startsWith("Abel signs");
    }

    @Test
    void tokensAreCountedByTheTokenizer() {
        ChatResponse answer = ask(BRIEF, NOTES);

        assertThat(answer.usage().inputTokens())
                .isEqualTo(new TokenCounter()
                        .count(BRIEF, List.of(Message.of(Role.USER, NOTES)))
                        .tokens());
        assertThat(answer.usage().outputTokens())
                .isEqualTo(new TokenCounter().count(BRIEF, answer.text()).tokens());
        assertThat(answer.latency().total()).isPositive();
        assertThat(answer.latency().timeToFirstToken()).isNull();
    }

    @Test
    void aStreamArrivesWordByWord() {
        var heard = new ArrayList<String>();
        ChatResponse answer = provider.chat(request(THOROUGH, NOTES, ModelParameters.DEFAULTS, true), heard::add);

        assertThat(String.join("", heard)).isEqualTo(answer.text());
        assertThat(heard).hasSizeGreaterThan(20);
        assertThat(answer.latency().timeToFirstToken())
                .isPositive()
                .isLessThanOrEqualTo(answer.latency().total());
    }

    @Test
    void theOutputCapCutsTheAnswer() {
        var capped = new ModelParameters(null, null, null, 5, null, List.of(), null);
        ChatResponse answer = provider.chat(request(THOROUGH, NOTES, capped, false), ChatListener.NONE);

        assertThat(answer.finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(answer.usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void aStopTextEndsTheAnswer() {
        var stop = new ModelParameters(null, null, null, null, null, List.of("bus"), null);
        ChatResponse answer = provider.chat(request(THOROUGH, NOTES, stop, false), ChatListener.NONE);

        assertThat(answer.text()).isNotEmpty().doesNotContain("bus");
        assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void anInterruptStopsTheStreamAndKeepsWhatHadArrived() {
        var heard = new ArrayList<String>();
        ChatListener stopsAtTheThirdWord = word -> {
            heard.add(word);
            if (heard.size() == 3) {
                Thread.currentThread().interrupt();
            }
        };

        assertThatThrownBy(
                        () -> provider.chat(request(BRIEF, NOTES, ModelParameters.DEFAULTS, true), stopsAtTheThirdWord))
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        cancelled -> assertThat(cancelled.partialText()).isEqualTo(String.join("", heard)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline/clever", "other/brief"})
    void anUnknownModelIsToldWhichThereAre(String model) {
        assertThatThrownBy(() -> ask(ModelId.parse(model), NOTES))
                .isInstanceOf(LlmException.UnknownModel.class)
                .hasMessageContaining("offline/brief and offline/thorough");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "Hi", "?", "<notes></notes>", "<a><b>", "```", "今天很好。我们走吧。"})
    void oddPromptsGetAnAnswerToo(String prompt) {
        assertThat(ask(BRIEF, prompt).finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(ask(THOROUGH, prompt).finishReason()).isEqualTo(FinishReason.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr. ", "<a>", "word ", "A. b\n", "```\n", "("})
    void veryLongPromptsGetAnAnswerToo(String unit) {
        assertThat(ask(BRIEF, unit.repeat(50_000)).finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void whatIsNotReadOfAVeryLongInputIsSaid() {
        ChatResponse answer = ask(BRIEF, "The same old story goes on here. ".repeat(400));

        assertThat(answer.adjustments()).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.asked()).isEqualTo("400 sentences");
            assertThat(adjustment.sent()).isEqualTo("300 sentences");
        });
    }

    private ChatResponse ask(ModelId model, String prompt) {
        return provider.chat(request(model, prompt, ModelParameters.DEFAULTS, false), ChatListener.NONE);
    }

    private static List<String> sentences(ChatResponse answer) {
        return Sentences.of(answer.text());
    }

    private static ChatRequest request(ModelId model, String prompt, ModelParameters parameters, boolean stream) {
        return new ChatRequest(model, List.of(Message.of(Role.USER, prompt)), parameters, ResponseFormat.TEXT, stream);
    }
}
