package dev.assay.experiment.wording;

import dev.assay.experiment.estimate.CostRange;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.experiment.estimate.RunEstimate.Basis;
import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run would take, in words. */
public final class EstimateSentence {
    private static final int MINUTE = 60;

    private EstimateSentence() {}

    /** {@code 48 answers, 12 of them from the cache, and 96 judgements: 20,480 input tokens to pay for}. */
    public static String calls(RunEstimate estimate) {
        String cached = estimate.cached() == 0
                ? ""
                : estimate.cached() == estimate.answers()
                        ? ", all of them from the cache"
                        : ", " + count(estimate.cached()) + " of them from the cache";
        String judgements = estimate.judgements() == 0
                ? ""
                : (cached.isEmpty() ? " and " : ", and ") + counted(estimate.judgements(), "judgement");
        return counted(estimate.answers(), "answer") + cached + judgements + "; input of the answers to pay for: "
                + counted(estimate.inputTokens(), "token");
    }

    /** {@code About $0.12 ($0.08 to $0.20), as earlier calls of these prompts; about 40 s}. */
    public static String cost(RunEstimate estimate) {
        CostRange cost = estimate.cost();
        if (cost == null) {
            return "The cost is not known: no price for "
                    + estimate.unpriced().stream().map(ModelId::toString).collect(Collectors.joining(", "))
                    + "; add it to prices.csv";
        }
        return amount(cost)
                + batched(estimate)
                + (cost.isNothing() ? "" : basis(estimate.basis()))
                + (estimate.duration() == null ? "" : "; about " + time(estimate.duration()));
    }

    private static String batched(RunEstimate estimate) {
        if (estimate.batched() == 0) {
            return "";
        }
        return estimate.batched() + estimate.cached() == estimate.answers()
                ? " at the price of batches"
                : ", " + count(estimate.batched()) + " of the answers at the price of batches";
    }

    /** The amount alone, as short as it goes: {@code about $0.12}, {@code $0.01 to $0.40}, {@code free}. */
    public static String brief(CostRange cost) {
        if (cost.isNothing()) {
            return "free";
        }
        BigDecimal likely = cost.likely();
        return likely == null ? dollars(cost.low()) + " to " + dollars(cost.high()) : "about " + dollars(likely);
    }

    private static String amount(CostRange cost) {
        if (cost.isNothing()) {
            return "Free";
        }
        String range = dollars(cost.low()) + " to " + dollars(cost.high());
        return cost.likely() == null ? range : "About " + dollars(cost.likely()) + " (" + range + ")";
    }

    private static String basis(Basis basis) {
        return switch (basis) {
            case HISTORY -> ", judged by earlier calls of these prompts";
            case TOKENS -> ", from no answer to the longest: there are no earlier calls to judge by";
        };
    }

    /** Two significant digits below a dollar, cents above. */
    private static String dollars(BigDecimal usd) {
        BigDecimal rounded = usd.compareTo(BigDecimal.ONE) < 0
                ? usd.round(new MathContext(2, RoundingMode.HALF_UP))
                : usd.setScale(2, RoundingMode.HALF_UP);
        return "$" + (rounded.scale() < 2 ? rounded.setScale(2, RoundingMode.UNNECESSARY) : rounded).toPlainString();
    }

    private static String time(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        return seconds < 2 * MINUTE ? seconds + " s" : Math.round(seconds / (double) MINUTE) + " min";
    }

    private static String counted(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
