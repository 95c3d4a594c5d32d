package dev.assay.cli.bisect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.bisect.Bisected;
import dev.assay.registry.git.PromptRevision;
import dev.assay.workbench.bisect.PromptBisection.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a search for a commit has found, as text and as a document.
 *
 * @param proof the last good commit against the one that was found, or null
 */
record BisectReport(
        Question question,
        Bisected<PromptRevision> found,
        @Nullable Comparison proof) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Tried " + found.tried().size() + " of " + found.revisions() + " commits of " + question.prompt()
                + " on " + cases() + " by " + question.metric().name() + ", bad below "
                + Figures.score(question.bound()) + ":");
        var table = new TextTable()
                .column("commit", Side.LEFT)
                .column("time", Side.LEFT)
                .column(question.metric().name(), Side.RIGHT)
                .column("message", Side.LEFT);
        found.tried()
                .forEach(one -> table.row(List.of(
                        one.revision().shortId(),
                        Figures.localTime(one.revision().time()),
                        figure(one.score()),
                        Printable.of(one.revision().subject()))));
        lines.addAll(table.lines());
        lines.add(sentence());
        verdict().ifPresent(verdict -> lines.add("B is that commit, A the one before: " + verdict.sentence()));
        return lines;
    }

    private String sentence() {
        return switch (found.outcome()) {
            case FOUND -> {
                PromptRevision culprit = found.suspects().getFirst();
                yield told(culprit) + " made it fall: "
                        + found.good().map(this::score).orElse("-") + " before, " + score(culprit) + " after";
            }
            case ONE_OF_SEVERAL ->
                "One of these made it fall; those between have no score: "
                        + String.join(
                                ", ", found.suspects().stream().map(this::told).toList());
            case NOT_BELOW -> "The newest is not below the bound: there is nothing to look for";
            case BELOW_FROM_THE_FIRST -> "No commit reaches the bound: it was never better, or --below is too high";
            case NEWEST_UNSCORED -> "The newest has no score: there is nothing to go by";
        };
    }

    private String told(PromptRevision revision) {
        return revision.shortId() + " by " + Printable.of(revision.author()) + " (" + Printable.of(revision.subject())
                + ")";
    }

    private String score(PromptRevision revision) {
        return figure(found.score(revision));
    }

    private static String figure(OptionalDouble score) {
        return score.isEmpty() ? "-" : Figures.score(score.getAsDouble());
    }

    private String cases() {
        int count = question.cases().cases().size();
        return question.cases().name() + (count == 1 ? " (1 case)" : " (" + count + " cases)");
    }

    private Optional<Verdict> verdict() {
        return proof == null ? Optional.empty() : proof.verdicts().stream().findFirst();
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", question.prompt())
                .put("model", question.model().toString())
                .put("dataset", question.cases().name())
                .put("cases", question.cases().cases().size())
                .put("metric", question.metric().name())
                .put("bound", question.bound())
                .put("outcome", Figures.lowerCase(found.outcome()))
                .put("commits", found.revisions());
        node.put("good", found.good().map(PromptRevision::commitId).orElse(null));
        ArrayNode suspects = node.putArray("suspects");
        found.suspects().forEach(revision -> suspects.add(revision.commitId()));
        ArrayNode tried = node.putArray("tried");
        found.tried()
                .forEach(one -> tried.addObject()
                        .put("commit", one.revision().commitId())
                        .put("message", one.revision().subject())
                        .put(
                                "score",
                                one.score().isEmpty()
                                        ? null
                                        : (Double) one.score().getAsDouble()));
        node.put("run", proof == null ? null : proof.run().id());
        node.put("verdict", verdict().map(Verdict::sentence).orElse(null));
        return node;
    }
}
