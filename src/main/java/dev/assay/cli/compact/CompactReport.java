package dev.assay.cli.compact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdict;
import dev.assay.pricing.Cost;
import dev.assay.prompt.compact.CompactEdit;
import dev.assay.prompt.compact.Compaction;
import dev.assay.registry.compare.PromptDiff;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.workbench.compact.Acceptance;
import dev.assay.workbench.compact.Rewrite;
import dev.assay.workbench.compact.TokenSavings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compaction as JSON and as text.
 *
 * @param prompt its name
 * @param compaction what was found
 * @param savings what that saves
 * @param rewrite what came of asking a model for a shorter text, or null where none was asked
 * @param comparison of the original and the shorter prompt, or null where none was made
 * @param acceptance what came of it, or null where nothing was asked for
 * @param written whether the prompt's file is now the shorter one
 */
record CompactReport(
        String prompt,
        Compaction compaction,
        TokenSavings savings,
        @Nullable Rewrite rewrite,
        @Nullable Comparison comparison,
        @Nullable Acceptance acceptance,
        boolean written) {

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("prompt", prompt);
        ArrayNode edits = document.putArray("edits");
        for (CompactEdit edit : compaction.edits()) {
            edits.addObject()
                    .put("rule", edit.rule().word())
                    .put("line", edit.line())
                    .put("start", edit.start())
                    .put("end", edit.end())
                    .put("removed", compaction.source().substring(edit.start(), edit.end()))
                    .put("inserted", edit.inserted())
                    .put("reason", edit.reason());
        }
        ArrayNode notes = document.putArray("notes");
        compaction.notes().forEach(notes::add);
        document.put("diff", diff());
        document.set("tokens", tokens(savings));
        document.put("savedUsdPer1000Calls", savings.usdPerThousandCalls().orElse(null));
        if (rewrite == null) {
            document.putNull("rewrite");
        } else {
            document.set("rewrite", rewrite(rewrite));
        }
        if (comparison == null) {
            document.putNull("comparison");
        } else {
            document.set("comparison", comparison(comparison));
        }
        document.put("accepted", acceptance == null ? null : acceptance.accepted())
                .put("reason", acceptance == null ? null : acceptance.reason())
                .put("written", written);
        return document;
    }

    private static ObjectNode rewrite(Rewrite rewrite) {
        Cost cost = rewrite.call().cost();
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", rewrite.call().request().model().toString())
                .put("refused", refused(rewrite).orElse(null))
                .put("costUsd", cost == null ? null : cost.usd());
    }

    private static Optional<String> refused(Rewrite rewrite) {
        return switch (rewrite) {
            case Rewrite.Shorter shorter -> Optional.empty();
            case Rewrite.Refused refused -> Optional.of(refused.reason());
            case Rewrite.Failed failed -> Optional.of(failed.reason());
        };
    }

    static ObjectNode tokens(TokenSavings savings) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", savings.model() == null ? null : savings.model().toString())
                .put("before", savings.before())
                .put("after", savings.after())
                .put("saved", savings.saved())
                .put("estimated", !savings.exact())
                .put("cases", savings.cases());
    }

    private static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("run", comparison.run().id())
                .put("dataset", comparison.run().dataset());
        ArrayNode verdicts = node.putArray("verdicts");
        for (Verdict verdict : comparison.verdicts()) {
            verdicts.addObject()
                    .put("metric", verdict.metric())
                    .put("kind", Figures.lowerCase(verdict.kind()))
                    .put("cases", verdict.pairs())
                    .put("difference", verdict.meanDifference())
                    .put("low", verdict.ciLow())
                    .put("high", verdict.ciHigh())
                    .put("sentence", verdict.sentence());
        }
        return node;
    }

    List<String> text() {
        var lines = new ArrayList<String>();
        if (rewrite != null) {
            Cost cost = rewrite.call().cost();
            lines.add("Asking " + rewrite.call().request().model() + " for a shorter text cost "
                    + Figures.dollars(cost == null ? null : cost.usd()) + ".");
            refused(rewrite).ifPresent(reason -> lines.add("Its text is not taken: " + reason + "."));
        }
        if (compaction.isEmpty()) {
            lines.add("Nothing in " + prompt + " can be made shorter by these rules.");
            lines.addAll(compaction.notes());
            return lines;
        }
        lines.add(diff().stripTrailing());
        lines.add("");
        for (CompactEdit edit : compaction.edits()) {
            lines.add("line " + edit.line() + ": " + edit.rule().word() + ": " + edit.reason());
        }
        lines.addAll(compaction.notes());
        lines.add("");
        lines.addAll(savings(savings));
        if (comparison != null) {
            comparison.verdicts().forEach(verdict -> lines.add(verdict.sentence()));
            lines.add("Run " + comparison.run().id() + "; see: assay runs show "
                    + comparison.run().id());
        }
        if (acceptance != null) {
            lines.add(acceptance.reason());
        }
        lines.add(written ? "Written to " + WorkspacePaths.ofPrompt(prompt) + "." : "The prompt is as it was.");
        return lines;
    }

    /** Tokens and money of a call, in sentences. */
    static List<String> savings(TokenSavings savings) {
        String model = savings.model() == null
                ? "no model in particular"
                : savings.model().toString();
        String basis = savings.cases() == 0
                ? "with the names of the inputs in place of their values"
                : "mean of " + savings.cases() + " cases";
        var lines = new ArrayList<String>();
        lines.add((savings.exact() ? "" : "About ") + number(savings.before()) + " tokens before, "
                + number(savings.after()) + " after: " + number(savings.saved()) + " less a call ("
                + (savings.exact() ? "counted" : "estimated") + " for " + model + ", " + basis + ")");
        BigDecimal usd = savings.usdPerThousandCalls().orElse(null);
        lines.add(
                usd == null
                        ? "What that saves is unknown: there is no price for " + model + "."
                        : usd.signum() == 0 && savings.saved() > 0
                                ? "Calls of " + model + " cost nothing."
                                : "That saves " + Figures.dollars(usd) + " per 1,000 calls at today's price of input.");
        return lines;
    }

    static String number(double tokens) {
        return tokens == Math.rint(tokens)
                ? String.format(Locale.ROOT, "%,d", Math.round(tokens))
                : String.format(Locale.ROOT, "%,.1f", tokens);
    }

    private String diff() {
        return compaction.isEmpty()
                ? ""
                : PromptDiff.of(WorkspacePaths.ofPrompt(prompt), compaction.source(), compaction.text());
    }
}
