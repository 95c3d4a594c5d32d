package dev.assay.experiment.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.Operation;
import dev.assay.history.PastCall;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatorTest {
    private static final ModelId MODEL = ModelId.parse("acme/gpt-4o");
    private static final ModelId JUDGE = ModelId.parse("acme/judge");
    private static final TokenCounter TOKENS = new TokenCounter();

    @TempDir
    private Path folder;

    private PriceTable prices;
    private List<PastCall> past = List.of();
    private Predicate<ChatRequest> kept = request -> false;

    @BeforeEach
    void prices() throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.writeString(file, """
                provider,model,input,output
                acme,gpt-4o,1,10
                acme,judge,2,20
                """);
        prices = PriceTable.with(file);
    }

    @Test
    void withoutEarlierCallsItReachesFromNoAnswerToTheLimitOfThePrompt() {
        RunEstimate estimate = estimate(requests(10, 100), null, 0);

        long input = 10L * tokens();
        assertThat(estimate.answers()).isEqualTo(10);
        assertThat(estimate.inputTokens()).isEqualTo(input);
        assertThat(estimate.basis()).isEqualTo(RunEstimate.Basis.TOKENS);
        assertThat(estimate.cost().low()).isEqualByComparingTo(usd(input));
        assertThat(estimate.cost().likely()).isNull();
        assertThat(estimate.cost().high()).isEqualByComparingTo(usd(input + 10 * 10 * 100));
        assertThat(estimate.duration()).isNull();
    }

    @Test
    void earlierAnswersTellHowLongTheNextOnesAre() {
        past = answers(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110);

        RunEstimate estimate = estimate(requests(10, null), null, 0);

        long input = 10L * tokens();
        assertThat(estimate.basis()).isEqualTo(RunEstimate.Basis.HISTORY);
        assertThat(estimate.cost().low()).isEqualByComparingTo(usd(input + 10 * 10 * 20));
        assertThat(estimate.cost().likely()).isEqualByComparingTo(usd(input + 10 * 10 * 60));
        assertThat(estimate.cost().high()).isEqualByComparingTo(usd(input + 10 * 10 * 100));
        assertThat(estimate.duration()).isEqualTo(Duration.ofMillis(10 * 500 / 4));
    }

    @Test
    void noAnswerIsReckonedLongerThanThePromptLetsItBe() {
        past = answers(500, 600, 700);

        assertThat(estimate(requests(1, 100), null, 0).cost().high()).isEqualByComparingTo(usd(tokens() + 10 * 100));
    }

    @Test
    void whatTheCacheAnswersCostsNothing() {
        kept = request -> request.repeat() % 2 == 0;

        RunEstimate estimate = estimate(requests(10, 100), null, 0);

        assertThat(estimate.cached()).isEqualTo(5);
        assertThat(estimate.inputTokens()).isEqualTo(5L * tokens());
        assertThat(estimate.cost().low()).isEqualByComparingTo(usd(5L * tokens()));
    }

    @Test
    void judgingIsReckonedAsItWasBefore() {
        past = Stream.concat(
                        answers(50, 50, 50).stream(),
                        Stream.of(
                                new PastCall(Operation.JUDGE, JUDGE, 1000, 100, 700.0),
                                new PastCall(Operation.JUDGE, JUDGE, 2000, 200, 700.0)))
                .toList();

        RunEstimate estimate = estimate(requests(10, null), JUDGE, 2);

        BigDecimal answers = usd(10L * tokens() + 10 * 10 * 50);
        assertThat(estimate.judgements()).isEqualTo(20);
        assertThat(estimate.cost().low()).isEqualByComparingTo(answers.add(usd(20 * (2 * 1000 + 20 * 100))));
        assertThat(estimate.cost().likely()).isEqualByComparingTo(answers.add(usd(20 * (2 * 1500 + 20 * 150))));
        assertThat(estimate.cost().high()).isEqualByComparingTo(answers.add(usd(20 * (2 * 2000 + 20 * 200))));
        assertThat(estimate.duration()).isEqualTo(Duration.ofMillis(10 * (500 + 2 * 700) / 4));
    }

    @Test
    void aCachedAnswerMayHaveToBeJudgedAnew() {
        kept = request -> true;

        RunEstimate estimate = estimate(requests(4, 100), JUDGE, 1);

        assertThat(estimate.cost().low()).isEqualByComparingTo("0");
        assertThat(estimate.cost().likely()).isEqualByComparingTo("0");
        assertThat(estimate.cost().high()).isPositive();
    }

    @Test
    void aModelWithoutAPriceIsNamedAndNoCostIsTold() {
        RunEstimate estimate = estimate(requests(4, 100), ModelId.parse("acme/unheard"), 1);

        assertThat(estimate.cost()).isNull();
        assertThat(estimate.unpriced()).containsExactly(ModelId.parse("acme/unheard"));
    }

    @Test
    void ofThousandsOfCallsASampleIsLookedAtAndTheFiguresStandForAll() {
        kept = request -> request.repeat() < 2000;

        RunEstimate estimate = estimate(requests(8000, 100), null, 0);

        assertThat(estimate.answers()).isEqualTo(8000);
        assertThat(estimate.cached()).isEqualTo(2000);
        assertThat(estimate.cost().low()).isEqualByComparingTo(usd(6000L * tokens()));
    }

    private RunEstimate estimate(List<ChatRequest> requests, @Nullable ModelId judge, int judgements) {
        return new Estimator(prices, TOKENS, kept, (prompt, model) -> past)
                .estimate(
                        List.of(new VariantCalls("answer", MODEL, false, requests)),
                        judge == null ? List.of() : Collections.nCopies(judgements, judge),
                        4);
    }

    private static List<ChatRequest> requests(int count, @Nullable Integer limit) {
        var parameters = new ModelParameters(null, null, null, limit, null, List.of(), null);
        return IntStream.range(0, count)
                .mapToObj(i -> new ChatRequest(MODEL, messages(), parameters, ResponseFormat.TEXT, true).withRepeat(i))
                .toList();
    }

    private static List<Message> messages() {
        return List.of(Message.of(Role.USER, "Which museums are open on Monday?"));
    }

    private static int tokens() {
        return TOKENS.count(MODEL, messages()).tokens();
    }

    private static List<PastCall> answers(long... outputs) {
        return Arrays.stream(outputs)
                .mapToObj(output -> new PastCall(Operation.CHAT, MODEL, 20, output, 500.0))
                .toList();
    }

    /** Of millionths of a dollar. */
    private static BigDecimal usd(long millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }
}
