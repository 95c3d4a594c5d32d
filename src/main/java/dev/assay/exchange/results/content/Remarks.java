package dev.assay.exchange.results.content;

import dev.assay.experiment.CacheUse;
import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import dev.assay.judge.ModelFamily;
import dev.assay.judge.Score;
import dev.assay.llm.ModelId;
import dev.assay.provider.offline.OfflineProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be said beside the figures: failures, who judged at what cost, and that the offline models are no LLMs. */
public final class Remarks {
    private Remarks() {}

    /** The lines to read beside the figures, the gravest first. */
    public static List<String> of(Comparison comparison) {
        var remarks = new ArrayList<String>();
        remarks.addAll(failures(comparison));
        remarks.addAll(unscored(comparison));
        List<ModelId> judges = JudgesOfRun.of(comparison.run());
        if (!judges.isEmpty()) {
            remarks.add(JudgesOfRun.sentence(judges, comparison.cells()));
            judges.forEach(judge -> remarks.addAll(
                    favourites(judge, judges.size() > 1, comparison.run().variants())));
        }
        origin(comparison.run()).ifPresent(remarks::add);
        cached(CacheUse.of(comparison)).ifPresent(remarks::add);
        Stream<ModelId> models = comparison.run().variants().stream().map(variant -> variant.model());
        if (Stream.concat(models, judges.stream())
                .anyMatch(model -> model.provider().equals(OfflineProvider.NAME))) {
            remarks.add("offline/*: " + OfflineProvider.DESCRIPTION
                    + ". Its answers and scores show how Assay works, not how good a prompt is.");
        }
        return remarks;
    }

    private static Optional<String> origin(Run run) {
        return Optional.ofNullable(run.origin()).map(from -> switch (from.kind()) {
            case REJUDGED -> "Answers of run " + from.runId() + ", judged anew.";
            case REPLAYED -> "Run " + from.runId() + " again; how it differs: assay runs drift " + run.id();
        });
    }

    private static Optional<String> cached(CacheUse cache) {
        return cache.any()
                ? Optional.of("From the cache: " + cache.answers() + " answers" + similar(cache.semantic()) + ", "
                        + cache.judgements() + " judgements; saved " + Figures.dollars(cache.savedUsd()) + ".")
                : Optional.empty();
    }

    private static String similar(int semantic) {
        return semantic == 0 ? "" : " (" + semantic + " of similar questions, by the semantic cache)";
    }

    /** A judge may favour what its own kind has written; the offline one only counts words. */
    private static List<String> favourites(ModelId judge, boolean amongOthers, List<RunVariant> variants) {
        String labels = variants.stream()
                .filter(variant -> ModelFamily.same(judge, variant.model()))
                .map(RunVariant::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty() || judge.provider().equals(OfflineProvider.NAME)
                ? List.of()
                : List.of(
                        "Caution: the judge " + (amongOthers ? judge + " " : "") + "is of the same family of models as "
                                + labels + " and may favour it; another judge may not.");
    }

    /** One line for each variant and kind of failure: messages may quote the reply and so differ in every cell. */
    private static List<String> failures(Comparison comparison) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (Cell cell : comparison.cells()) {
            if (cell.answer().outcome() instanceof Outcome.Failed failed) {
                messages.computeIfAbsent(label(comparison, cell) + ": " + failed.errorType(), kind -> new ArrayList<>())
                        .add(failed.message());
            }
        }
        return lines("Failed in ", messages);
    }

    /** One line for each variant and metric that the judge left without a score in some cell. */
    private static List<String> unscored(Comparison comparison) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Cell cell : comparison.cells()) {
            for (Score score : cell.scores()) {
                if (score instanceof Score.Unscored unscored) {
                    reasons.computeIfAbsent(label(comparison, cell) + ": " + score.metric(), kind -> new ArrayList<>())
                            .add(unscored.reason());
                }
            }
        }
        return lines("Not scored in ", reasons);
    }

    private static String label(Comparison comparison, Cell cell) {
        return comparison.run().variants().get(cell.key().variant()).label();
    }

    private static List<String> lines(String what, Map<String, List<String>> found) {
        return found.entrySet().stream()
                .map(entry -> line(what, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(String what, String kind, List<String> reasons) {
        long different = reasons.stream().distinct().count();
        return what + reasons.size() + (reasons.size() == 1 ? " cell of " : " cells of ") + kind + ": "
                + reasons.getFirst() + (different == 1 ? "" : " (and the like)");
    }
}
