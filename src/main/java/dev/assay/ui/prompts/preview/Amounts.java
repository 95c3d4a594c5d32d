package dev.assay.ui.prompts.preview;

import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.llm.ChatResponse;
import dev.assay.pricing.CallEstimate;
import dev.assay.pricing.ContextWindow;
import dev.assay.pricing.Cost;
import dev.assay.pricing.TokenCount;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.math.BigDecimal;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Tokens, money and time in words. What is not known is said to be unknown, never zero. */
final class Amounts {
    private Amounts() {}

    /** Tokens, with a mark where they are an estimate. */
    static String tokens(TokenCount count) {
        return (count.exact() ? "" : "\u2248 ") + Figures.tokens((long) count.tokens());
    }

    /** What one call costs, and what is assumed of its answer. */
    static String of(CallEstimate call) {
        if (call.cost() == null) {
            return Figures.cost(null);
        }
        return call.reserved() == null
                ? Messages.get("amount.input", Figures.cost(usd(call.cost())))
                : Messages.get(
                        "amount.most",
                        Figures.cost(usd(call.cost())),
                        Figures.count(call.reserved().longValue()));
    }

    /** How full the model's context window gets. */
    static String window(CallEstimate call) {
        ContextWindow window = call.window();
        if (window == null) {
            return Messages.get("preview.window.unknown");
        }
        long percent = Math.round(call.share().orElse(0.0) * 100);
        return Messages.get(
                "preview.window", percent == 0 ? "<1" : String.valueOf(percent), Figures.count(window.tokens()));
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

    /** Says why tokens are an estimate, where they are. */
    static void explain(Label label, TokenCount count) {
        label.setTooltip(count.exact() ? null : new Tooltip(Messages.get("preview.estimate")));
    }

    private static @Nullable BigDecimal usd(@Nullable Cost cost) {
        return cost == null ? null : cost.usd();
    }
}
