package dev.assay.experiment.estimate;

import dev.assay.experiment.estimate.RunEstimate.Basis;
import dev.assay.history.Operation;
import dev.assay.history.PastCall;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Reckons what a run would take: tokens of the prompts as counted, answers as long as those before them. Of very many
 * calls an even sample is looked at.
 */
public final class Estimator {
    private final PriceTable prices;
    private final TokenCounter tokens;
    private final Predicate<ChatRequest> kept;
    private final BiFunction<String, ModelId, List<PastCall>> past;

    /**
     * An estimator.
     *
     * @param kept whether the cache would answer a request
     * @param past earlier calls of a prompt on a model, those of judges included
     */
    public Estimator(
            PriceTable prices,
            TokenCounter tokens,
            Predicate<ChatRequest> kept,
            BiFunction<String, ModelId, List<PastCall>> past) {
        this.prices = prices;
        this.tokens = tokens;
        this.kept = kept;
        this.past = past;
    }

    /**
     * The estimate of a run.
     *
     * @param judges who is asked about each answer, one for each judgement
     * @param concurrency calls at once
     */
    public RunEstimate estimate(List<VariantCalls> variants, List<ModelId> judges, int concurrency) {
        List<Part> parts =
                variants.stream().map(variant -> part(variant, judges)).toList();
        Set<ModelId> unpriced = new LinkedHashSet<>();
        parts.forEach(part -> unpriced.addAll(part.unpriced));
        double millis = parts.stream().mapToDouble(part -> part.millis).sum();
        return new RunEstimate(
                variants.stream().mapToInt(variant -> variant.requests().size()).sum(),
                parts.stream().mapToInt(part -> part.cached).sum(),
                IntStream.range(0, parts.size())
                        .filter(i -> variants.get(i).batched())
                        .map(i -> variants.get(i).requests().size() - parts.get(i).cached)
                        .sum(),
                parts.stream().mapToInt(part -> part.judgements).sum(),
                parts.stream().mapToLong(part -> part.inputTokens).sum(),
                unpriced.isEmpty()
                        ? parts.stream().map(part -> part.cost).reduce(CostRange.NOTHING, CostRange::plus)
                        : null,
                Double.isNaN(millis) ? null : Duration.ofMillis(Math.round(millis / concurrency)),
                parts.stream().allMatch(part -> part.told) ? Basis.HISTORY : Basis.TOKENS,
                List.copyOf(unpriced));
    }

    /**
     * What one variant takes.
     *
     * @param millis of all its calls one after the other; not a number where no earlier call tells
     * @param told whether earlier calls tell how long its answers are, or none is to be paid for
     */
    private record Part(
            int cached,
            int judgements,
            long inputTokens,
            CostRange cost,
            double millis,
            boolean told,
            Set<ModelId> unpriced) {}

    private Part part(VariantCalls variant, List<ModelId> judges) {
        List<PastCall> earlier = past.apply(variant.prompt(), variant.model());
        List<Judging> judging = judges.stream()
                .distinct()
                .map(judge -> new Judging(prices, judge, Collections.frequency(judges, judge), earlier))
                .toList();
        List<PastCall> answers = earlier.stream()
                .filter(call -> call.operation() == Operation.CHAT)
                .toList();
        List<ChatRequest> sample = variant.sample();
        Set<ModelId> unpriced = new LinkedHashSet<>();
        CostRange cost = CostRange.NOTHING;
        long input = 0;
        int paid = 0;
        boolean told = true;
        for (ChatRequest request : sample) {
            OutputTokens output = OutputTokens.of(answers, request.parameters().maxOutputTokens());
            long sent = tokens.count(request.model(), request.messages()).tokens();
            boolean isNew = !kept.test(request);
            if (isNew) {
                paid++;
                input += sent;
                told &= output.likely() != null;
                cost = cost.plus(new CallPrice(prices, request.model(), variant.batched(), unpriced)
                        .range(sent, output.low(), sent, output.likely(), sent, output.high()));
            }
            for (Judging one : judging) {
                cost = cost.plus(one.cost(sent, output, isNew, unpriced));
            }
        }
        var scale = new BigDecimal(variant.requests().size())
                .divide(BigDecimal.valueOf(Math.max(1, sample.size())), MathContext.DECIMAL64);
        int paidCalls = scaled(paid, scale).intValue();
        double answering = variant.batched() ? Double.NaN : PastCall.meanLatencyMs(answers);
        return new Part(
                variant.requests().size() - paidCalls,
                judges.size() * variant.requests().size(),
                scaled(input, scale).longValue(),
                cost.times(scale),
                paidCalls == 0
                        ? 0
                        : paidCalls
                                * (answering
                                        + judging.stream()
                                                .mapToDouble(Judging::millis)
                                                .sum()),
                told,
                unpriced);
    }

    private static BigDecimal scaled(long sampled, BigDecimal scale) {
        return scale.multiply(BigDecimal.valueOf(sampled)).setScale(0, RoundingMode.HALF_UP);
    }
}
