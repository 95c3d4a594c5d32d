package dev.assay.experiment.votes;

import dev.assay.experiment.stats.bias.PositionBias;
import dev.assay.experiment.stats.bias.SwappedVerdict;
import dev.assay.experiment.stats.bias.SwappedVerdict.Place;
import dev.assay.experiment.stats.raters.Distance;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.Ratings;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.Vote;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.jury.JuryText;
import dev.assay.judge.pairwise.OrderedChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One judge of a run on two of its variants: what sways it, how far its own judgements agree, and how it compares with
 * the votes of people.
 *
 * @param metric what it judges
 * @param baseline index of one variant
 * @param challenger index of the other
 * @param calibration against the votes; nothing is shared where nobody voted
 * @param position how far the order of the answers has a say; no pairs where it sees one answer at a time
 * @param jury how far several judgements of the same answer agree; null where there is one of each
 */
public record CalibratedJudge(
        Run run,
        Metric metric,
        int baseline,
        int challenger,
        Calibration calibration,
        PositionBias position,
        @Nullable KrippendorffAlpha jury) {

    /**
     * All judges of a run on all pairs of its variants. A metric that a rule measures is left out where nobody voted on
     * the pair: there is nothing to say of it.
     *
     * @param votes in the order in which they were cast, on cases drawn at random
     */
    public static List<CalibratedJudge> of(Run run, List<Cell> cells, List<Vote> votes) {
        List<CalibratedJudge> judges = new ArrayList<>();
        for (int baseline = 0; baseline < run.variants().size(); baseline++) {
            for (int challenger = baseline + 1; challenger < run.variants().size(); challenger++) {
                Map<Integer, Preference> people =
                        Ballots.of(votes, baseline, challenger).settled();
                for (Metric metric : run.measured()) {
                    boolean isWorthTelling = !people.isEmpty()
                            || Judges.whoJudges(metric, run.judge()).isPresent();
                    if (isWorthTelling && (baseline == 0 || !Judges.isPairwise(metric))) {
                        judges.add(of(run, cells, metric, baseline, challenger, people));
                    }
                }
            }
        }
        return judges;
    }

    private static CalibratedJudge of(
            Run run, List<Cell> cells, Metric metric, int baseline, int challenger, Map<Integer, Preference> people) {
        List<Score.Scored> scores = cells.stream()
                .filter(cell -> cell.key().variant() == baseline || cell.key().variant() == challenger)
                .flatMap(cell -> cell.scores().stream())
                .filter(score -> score.metric().equals(metric.name()))
                .flatMap(score -> score instanceof Score.Scored scored ? Stream.of(scored) : Stream.empty())
                .toList();
        return new CalibratedJudge(
                run,
                metric,
                baseline,
                challenger,
                Calibration.of(people, JudgedPair.of(cells, baseline, challenger, metric.name())),
                PositionBias.of(scores.stream()
                        .flatMap(score -> OrderedChoices.of(score).stream())
                        .map(CalibratedJudge::verdict)
                        .toList()),
                agreement(scores));
    }

    private static SwappedVerdict verdict(OrderedChoices choices) {
        return new SwappedVerdict(place(choices.baselineFirst()), place(choices.baselineSecond()));
    }

    private static Place place(String choice) {
        return switch (choice) {
            case "A" -> Place.FIRST;
            case "B" -> Place.SECOND;
            default -> Place.TIE;
        };
    }

    private static @Nullable KrippendorffAlpha agreement(List<Score.Scored> scores) {
        List<List<Double>> several = scores.stream()
                .map(score -> JuryText.points(score.rationale()))
                .filter(points -> points.size() > 1)
                .toList();
        return several.isEmpty() ? null : KrippendorffAlpha.of(new Ratings(several), Distance.ORDINAL);
    }

    /** Who judges, in words; empty where a rule measures. */
    public Optional<String> who() {
        return Judges.whoJudges(metric, run.judge());
    }

    /** The label of one variant, such as A. */
    public String baselineLabel() {
        return run.variants().get(baseline).label();
    }

    /** The label of the other. */
    public String challengerLabel() {
        return run.variants().get(challenger).label();
    }

    /** The variant that is preferred by its label, or tie. */
    public String said(Preference preference) {
        return switch (preference) {
            case BASELINE -> baselineLabel();
            case TIE -> "tie";
            case CHALLENGER -> challengerLabel();
        };
    }
}
