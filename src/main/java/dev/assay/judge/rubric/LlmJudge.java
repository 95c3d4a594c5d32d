package dev.assay.judge.rubric;

import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.judge.asking.Boundary;
import dev.assay.judge.asking.Caller;
import dev.assay.judge.reply.JudgeReply;
import dev.assay.judge.reply.JudgeReplyReader;
import dev.assay.judge.reply.Scale;
import dev.assay.judge.reply.WeightedScore;
import dev.assay.judge.type.Resources;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has a language model judge answers by a rubric. A reply that cannot be read is asked for once more; after that the
 * answer stays unscored. No other model is ever asked instead. Immutable.
 */
public final class LlmJudge implements Judge {
    private final String metric;
    private final Shown shown;
    private final ModelId model;
    private final Caller caller;
    private final JudgePrompt prompt;
    private final JudgeReplyReader reader;

    public LlmJudge(Rubric rubric, ModelId model, LlmProvider provider) {
        this(rubric, model, provider, InstantSource.system(), Boundary::of);
    }

    /**
     * A judge as a metric asks for it.
     *
     * @param context the inputs that are the context; empty for all
     */
    public LlmJudge(Rubric rubric, List<String> context, Metric metric, Resources resources) {
        this(
                metric.name(),
                new Shown(rubric, context),
                resources.modelFor(metric.name()),
                resources,
                InstantSource.system(),
                Boundary::of);
    }

    /** A judge with its own clock and source of block marks. */
    LlmJudge(
            Rubric rubric,
            ModelId model,
            LlmProvider provider,
            InstantSource clock,
            Function<Judgement, String> boundaries) {
        this(rubric.metric(), new Shown(rubric, List.of()), model, new Resources(model, provider), clock, boundaries);
    }

    private LlmJudge(
            String metric,
            Shown shown,
            ModelId model,
            Resources resources,
            InstantSource clock,
            Function<Judgement, String> boundaries) {
        this.metric = metric;
        this.shown = shown;
        this.model = model;
        this.caller = new Caller(resources.provider(), clock);
        this.prompt = new JudgePrompt(shown, model, resources.sample(), boundaries);
        this.reader = new JudgeReplyReader(shown.rubric().scale());
    }

    @Override
    public String metric() {
        return metric;
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public Score judge(Judgement judgement) {
        Optional<String> missing = shown.missing(judgement);
        if (missing.isPresent()) {
            return unscored(missing.get(), List.of());
        }
        JudgeCall first = caller.call(prompt.ask(judgement), judgement.listener());
        boolean unreadable = first.response() != null && read(first) instanceof JudgeReply.Unreadable;
        return unreadable
                ? score(List.of(first, caller.call(prompt.askAgain(judgement, first.rawReply()), judgement.listener())))
                : score(List.of(first));
    }

    private JudgeReply read(JudgeCall call) {
        return reader.read(call.rawReply());
    }

    private Score score(List<JudgeCall> calls) {
        JudgeCall last = calls.getLast();
        ChatResponse response = last.response();
        if (response == null) {
            String why = last.failure() == null ? "" : ": " + last.failure().getMessage();
            return unscored("the judge " + model + " gave no answer" + why, calls);
        }
        return switch (read(last)) {
            case JudgeReply.Points read -> scored(read, response, calls);
            case JudgeReply.CannotJudge refusal ->
                unscored("the judge says that it cannot judge this answer: " + refusal.reasoning(), calls);
            case JudgeReply.Unreadable unreadable -> unscored(unreadable(response), calls);
        };
    }

    /** Where the probabilities of the score are told, it is their mean. */
    private Score scored(JudgeReply.Points read, ChatResponse response, List<JudgeCall> calls) {
        Scale scale = shown.rubric().scale();
        Optional<WeightedScore> weighted = WeightedScore.of(read.points(), scale, response.figures());
        double points = weighted.map(WeightedScore::points).orElse(read.points());
        String reason =
                weighted.map(score -> read.reasoning() + "\n" + score.told()).orElse(read.reasoning());
        return new Score.Scored(metric, model, scale.normalised(points), points, reason.strip(), calls);
    }

    private Score unscored(String reason, List<JudgeCall> calls) {
        String lastReply = calls.stream()
                .map(JudgeCall::rawReply)
                .filter(reply -> !reply.isEmpty())
                .reduce("", (earlier, later) -> later);
        return new Score.Unscored(metric, model, reason, lastReply, calls);
    }

    private String unreadable(ChatResponse response) {
        boolean cut = response.finishReason() == FinishReason.LENGTH;
        return "no score from " + shown.rubric().scale() + " could be read in the judge's reply, twice"
                + (cut ? "; the last one was cut at the limit of output tokens" : "");
    }
}
