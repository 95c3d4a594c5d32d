package dev.assay.judge.jury;

import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.judge.type.Sample;
import dev.assay.judge.type.Settings;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Several judgements of each answer, of which the mean or median counts; those without a score are left out, and told.
 *
 * @param metric what its scores are called
 * @param members one for each judgement
 * @param median whether the median counts, else the mean
 */
public record Jury(String metric, List<Judge> members, boolean median) implements Judge {

    public Jury {
        members = List.copyOf(members);
    }

    /** A kind of judge that asks one model or several, once or several times. */
    public static MetricType type(String name, String description, MetricType.Maker judge) {
        return type(MetricType.Kind.MODEL, name, description, judge);
    }

    /** The same of another kind. */
    public static MetricType type(MetricType.Kind kind, String name, String description, MetricType.Maker judge) {
        return new MetricType(
                        name,
                        kind,
                        description,
                        List.of(),
                        null,
                        Map.of(),
                        (settings, resources) -> of(settings, resources, judge))
                .with(Panel.SETTINGS);
    }

    private static Judge of(Settings settings, Resources resources, MetricType.Maker judge) {
        var panel = Panel.of(settings, resources.model());
        if (panel.size() < 2) {
            ModelId model = panel.models().isEmpty() ? null : panel.models().getFirst();
            return judge.make(settings, new Resources(model, resources.provider()));
        }
        List<Judge> members = new ArrayList<>();
        for (ModelId model : panel.models()) {
            for (int nth = 0; nth < panel.samples(); nth++) {
                var sample = new Sample(nth, panel.samples());
                members.add(judge.make(settings, new Resources(model, resources.provider(), sample)));
            }
        }
        return new Jury(settings.metric().name(), members, panel.median());
    }

    /** The one model that judges several times, or null where several do. */
    @Override
    public @Nullable ModelId model() {
        ModelId first = members.getFirst().model();
        return members.stream().allMatch(member -> Objects.equals(member.model(), first)) ? first : null;
    }

    @Override
    public boolean isPairwise() {
        return members.getFirst().isPairwise();
    }

    @Override
    public Score judge(Judgement judgement) {
        List<Score> scores =
                members.stream().map(member -> member.judge(judgement)).toList();
        List<JudgeCall> calls =
                scores.stream().flatMap(score -> score.calls().stream()).toList();
        List<Score.Scored> scored = scores.stream()
                .filter(Score.Scored.class::isInstance)
                .map(Score.Scored.class::cast)
                .toList();
        if (scored.isEmpty()) {
            return unscored(scores, calls);
        }
        return new Score.Scored(
                metric,
                model(),
                Math.clamp(middle(scored.stream().mapToDouble(Score.Scored::value)), 0, 1),
                middle(scored.stream().mapToDouble(Score.Scored::points)),
                JuryText.rationale(scores, scored, median),
                calls);
    }

    private Score unscored(List<Score> scores, List<JudgeCall> calls) {
        List<Score.Unscored> none = scores.stream()
                .filter(Score.Unscored.class::isInstance)
                .map(Score.Unscored.class::cast)
                .toList();
        String reasons = none.stream().map(Score.Unscored::reason).distinct().collect(Collectors.joining("; "));
        String lastReply = none.stream()
                .map(Score.Unscored::rawReply)
                .filter(reply -> !reply.isEmpty())
                .reduce("", (earlier, later) -> later);
        return new Score.Unscored(metric, model(), reasons, lastReply, calls);
    }

    private double middle(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int half = sorted.length / 2;
        if (!median) {
            return DoubleStream.of(sorted).sum() / sorted.length;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
