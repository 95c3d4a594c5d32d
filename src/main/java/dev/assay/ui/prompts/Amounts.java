package dev.assay.ui.prompts;

import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.llm.ChatResponse;
import dev.assay.pricing.Cost;
import dev.assay.pricing.TokenCount;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tokens, money and time in words. What is not known is said to be unknown, never zero. */
final class Amounts {
    private Amounts() {}

    /** Tokens, with a mark where they are an estimate. */
    static String tokens(TokenCount count) {
        return (count.exact() ? "" : "\u2248 ") + Figures.tokens((long) count.tokens());
    }

    /** The whole prompt: its tokens and what sending it costs. */
    static String of(Preview preview) {
        return tokens(preview.total()) + " \u00b7 "
                + Messages.get("amount.input", Figures.cost(usd(preview.inputCost())));
    }

    /** A finished call: tokens in and out, cost and time; empty where it has no figures. */
    static String of(Invocation call) {
        if (!(call.outcome() instanceof Outcome.Completed completed)) {
            return "";
        }
        ChatResponse response = completed.response();
        return Messages.get(
                "amount.call",
                Figures.count(response.usage().inputTokens()),
                Figures.count(response.usage().outputTokens()),
                Figures.cost(usd(call.cost())),
                Figures.duration(response.latency().total()));
    }

    private static @Nullable BigDecimal usd(@Nullable Cost cost) {
        return cost == null ? null : cost.usd();
    }
}
