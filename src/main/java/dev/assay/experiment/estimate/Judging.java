package dev.assay.experiment.estimate;

import dev.assay.history.Operation;
import dev.assay.history.PastCall;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What judging an answer takes of one model. */
final class Judging {
    /** What a judge is told besides the texts, and what it says at least, usually and at most. */
    private static final int RUBRIC = 900;

    private static final int SHORT_VERDICT = 40;
    private static final int VERDICT = 150;
    private static final int LONG_VERDICT = 300;

    private final PriceTable prices;
    private final ModelId judge;
    private final int calls;
    private final List<PastCall> past;

    /**
     * @param judge one of those who judge
     * @param calls its calls about each answer
     * @param earlier calls of the prompt under test, from which those of this judge are taken
     */
    Judging(PriceTable prices, ModelId judge, int calls, List<PastCall> earlier) {
        this.prices = prices;
        this.judge = judge;
        this.calls = calls;
        this.past = earlier.stream()
                .filter(call ->
                        call.operation() == Operation.JUDGE && call.model().equals(judge))
                .toList();
    }

    /** Milliseconds of judging an answer; not a number where no earlier call tells. */
    double millis() {
        return calls * PastCall.meanLatencyMs(past);
    }

    /**
     * What judging one answer costs.
     *
     * @param sent tokens of the prompt
     * @param output tokens of the answer
     * @param isNew whether the answer is made anew; one from the cache was probably judged before, for nothing now
     */
    CostRange cost(long sent, OutputTokens output, boolean isNew, Set<ModelId> unpriced) {
        var price = new CallPrice(prices, judge, false, unpriced);
        Long likely = output.likely();
        CostRange range = past.isEmpty()
                ? price.range(
                        sent + output.low() + RUBRIC,
                        SHORT_VERDICT,
                        sent + (likely == null ? 0 : likely) + RUBRIC,
                        likely == null ? null : (long) VERDICT,
                        sent + output.high() + RUBRIC,
                        LONG_VERDICT)
                : asBefore(price);
        return (isNew ? range : new CostRange(BigDecimal.ZERO, BigDecimal.ZERO, range.high()))
                .times(BigDecimal.valueOf(calls));
    }

    private CostRange asBefore(CallPrice price) {
        var input = past.stream().mapToLong(PastCall::inputTokens).summaryStatistics();
        var output = past.stream().mapToLong(PastCall::outputTokens).summaryStatistics();
        return price.range(
                input.getMin(),
                output.getMin(),
                Math.round(input.getAverage()),
                Math.round(output.getAverage()),
                input.getMax(),
                output.getMax());
    }
}
