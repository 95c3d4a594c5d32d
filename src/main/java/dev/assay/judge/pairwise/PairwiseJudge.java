package dev.assay.judge.pairwise;

import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.asking.Caller;
import dev.assay.judge.jury.Jury;
import dev.assay.judge.reply.ChoiceReply;
import dev.assay.judge.reply.ChoiceReplyReader;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ModelId;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has a language model say whether an answer is better than the baseline's, in both orders: 1 where it is in both, 0
 * where the baseline's is in both, else a half. Immutable.
 */
public final class PairwiseJudge implements Judge {
    /** The kind that it is called by. */
    public static final MetricType TYPE = Jury.type(
                    MetricType.Kind.PAIRWISE,
                    "pairwise",
                    "Whether it is better than the baseline's answer, asked in both orders: 1, 0, or 0.5 for a tie.",
                    PairwiseJudge::of)
            .with(new Setting(
                    "description", "a text", "What makes an answer the better one. Default: it does the task better."));

    /** Begins the reason where the order of the answers decided. */
    private static final String ORDER_SENSITIVE = "The order decided, so this is a tie.";

    private static final String BETTER = "it does what the task asks for, rightly, completely and to the point.";
    private static final ChoiceReplyReader READER =
            new ChoiceReplyReader(List.of(PairPrompt.FIRST, PairPrompt.SECOND, PairPrompt.TIE));

    private final String metric;
    private final ModelId model;
    private final PairPrompt prompt;
    private final Caller caller;

    private PairwiseJudge(String metric, PairPrompt prompt, Caller caller) {
        this.metric = metric;
        this.model = prompt.model();
        this.prompt = prompt;
        this.caller = caller;
    }

    private static Judge of(Settings settings, Resources resources) {
        String metric = settings.metric().name();
        return new PairwiseJudge(
                metric,
                new PairPrompt(
                        settings.text("description").orElse(BETTER), resources.modelFor(metric), resources.sample()),
                new Caller(resources.provider(), InstantSource.system()));
    }

    /** Whether a score is a tie because the judge chose another answer when their order changed. */
    public static boolean isOrderSensitive(Score.Scored score) {
        return score.rationale().startsWith(ORDER_SENSITIVE);
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
    public boolean isPairwise() {
        return true;
    }

    @Override
    public Score judge(Judgement judgement) {
        String baseline = judgement.baseline();
        if (baseline == null) {
            return unscored("the baseline has no answer to this case to compare with", "", List.of());
        }
        if (baseline.strip().equals(judgement.output().strip())) {
            return scored(0.5, "Both answers are the same.", List.of());
        }
        Reply forth = reply(judgement, baseline, judgement.output());
        if (!(forth.read() instanceof ChoiceReply.Chosen before)) {
            return unscored(forth.why(model), forth.last().rawReply(), forth.calls());
        }
        Reply back = reply(judgement, judgement.output(), baseline);
        List<JudgeCall> calls =
                Stream.concat(forth.calls().stream(), back.calls().stream()).toList();
        if (!(back.read() instanceof ChoiceReply.Chosen after)) {
            return unscored(back.why(model), back.last().rawReply(), calls);
        }
        return settled(before, after, calls);
    }

    /** One order; a reply that cannot be read is asked for once more. */
    private Reply reply(Judgement judgement, String first, String second) {
        ChatListener listener = judgement.listener();
        JudgeCall call = caller.call(prompt.ask(judgement, first, second), listener);
        if (call.response() == null || READER.read(call.rawReply()) instanceof ChoiceReply.Chosen) {
            return new Reply(List.of(call));
        }
        return new Reply(
                List.of(call, caller.call(prompt.askAgain(judgement, first, second, call.rawReply()), listener)));
    }

    /** What came of one order. */
    private record Reply(List<JudgeCall> calls) {
        JudgeCall last() {
            return calls.getLast();
        }

        ChoiceReply read() {
            return last().response() == null ? new ChoiceReply.Unreadable("") : READER.read(last().rawReply());
        }

        String why(ModelId model) {
            var failure = last().failure();
            return failure == null
                    ? "no choice of A, B or TIE could be read in the judge's reply, twice"
                    : "the judge " + model + " gave no answer: " + failure.getMessage();
        }
    }

    private Score settled(ChoiceReply.Chosen before, ChoiceReply.Chosen after, List<JudgeCall> calls) {
        boolean won =
                before.choice().equals(PairPrompt.SECOND) && after.choice().equals(PairPrompt.FIRST);
        boolean lost =
                before.choice().equals(PairPrompt.FIRST) && after.choice().equals(PairPrompt.SECOND);
        boolean tied = before.choice().equals(PairPrompt.TIE) && after.choice().equals(PairPrompt.TIE);
        String finding = won
                ? "Better than the baseline's in both orders."
                : lost ? "The baseline's is better in both orders." : tied ? "A tie in both orders." : ORDER_SENSITIVE;
        String reasons = OrderedChoices.told(before.choice(), before.reasoning(), after.choice(), after.reasoning());
        return scored(won ? 1 : lost ? 0 : 0.5, finding + reasons, calls);
    }

    private Score scored(double value, String rationale, List<JudgeCall> calls) {
        return new Score.Scored(metric, model, value, value, rationale, calls);
    }

    private Score unscored(String why, String rawReply, List<JudgeCall> calls) {
        return new Score.Unscored(metric, model, why, rawReply, calls);
    }
}
