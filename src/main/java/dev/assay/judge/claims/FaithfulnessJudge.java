package dev.assay.judge.claims;

import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.asking.Caller;
import dev.assay.judge.asking.Context;
import dev.assay.judge.claims.ClaimReplies.Verdict;
import dev.assay.judge.jury.Jury;
import dev.assay.judge.persuasion.GuardedJudge;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.judge.type.Settings;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has a language model list what an answer claims and check each claim against the context; the score is the share that
 * the context bears out. At most four calls: a reply that cannot be used is asked for once more, and after that the answer
 * stays unscored. Immutable.
 */
public final class FaithfulnessJudge implements Judge {
    /** The kind that it is called by. */
    public static final MetricType TYPE = Jury.type(
                    MetricType.Kind.CLAIMS,
                    "faithfulness",
                    "The share of what the answer claims that the context bears out, each claim checked by itself.",
                    FaithfulnessJudge::of)
            .with(Context.SETTING);

    /** An answer that claims more is not scored: a reply on so many would be cut. */
    static final int MOST_CLAIMS = 60;

    private static final int LONGEST_CLAIM = 300;

    private final String metric;
    private final Context context;
    private final ClaimPrompts prompts;
    private final Caller caller;

    private FaithfulnessJudge(String metric, ClaimPrompts prompts, Caller caller) {
        this.metric = metric;
        this.context = prompts.context();
        this.prompts = prompts;
        this.caller = caller;
    }

    private static Judge of(Settings settings, Resources resources) {
        String metric = settings.metric().name();
        var context = new Context(settings.texts(Context.SETTING.name()));
        return new GuardedJudge(new FaithfulnessJudge(
                metric,
                new ClaimPrompts(resources.modelFor(metric), context, resources.sample()),
                new Caller(resources.provider(), InstantSource.system())));
    }

    @Override
    public String metric() {
        return metric;
    }

    @Override
    public ModelId model() {
        return prompts.model();
    }

    @Override
    public Score judge(Judgement judgement) {
        List<JudgeCall> calls = new ArrayList<>();
        Optional<String> missing = context.missing(judgement);
        if (missing.isPresent()) {
            return unscored(missing.get(), calls);
        }
        Optional<List<String>> taken = ask(
                judgement,
                prompts.take(judgement),
                reply -> prompts.takeAgain(judgement, reply),
                ClaimReplies::claims,
                calls);
        if (taken.isEmpty()) {
            return unscored(why("no list of claims", calls), calls);
        }
        List<String> claims = taken.get();
        if (claims.isEmpty() || claims.size() > MOST_CLAIMS) {
            return unscored(
                    claims.isEmpty()
                            ? "the judge finds no claim in the answer that could be checked"
                            : "the answer makes " + claims.size() + " claims, more than the " + MOST_CLAIMS
                                    + " that can be checked at once",
                    calls);
        }
        return ask(
                        judgement,
                        prompts.check(judgement, claims),
                        reply -> prompts.checkAgain(judgement, claims, reply),
                        reply -> ClaimReplies.verdicts(reply, claims.size()),
                        calls)
                .map(verdicts -> scored(claims, verdicts, calls))
                .orElseGet(() -> unscored(why("not one verdict on each claim", calls), calls));
    }

    /** Asks, and once more where the reply cannot be used; empty where none can. */
    private <T> Optional<T> ask(
            Judgement judgement,
            ChatRequest first,
            Function<String, ChatRequest> again,
            Function<String, Optional<T>> reader,
            List<JudgeCall> calls) {
        JudgeCall call = caller.call(first, judgement.listener());
        calls.add(call);
        Optional<T> read = reader.apply(call.rawReply());
        if (call.response() == null || read.isPresent()) {
            return read;
        }
        JudgeCall second = caller.call(again.apply(call.rawReply()), judgement.listener());
        calls.add(second);
        return reader.apply(second.rawReply());
    }

    private Score scored(List<String> claims, List<Verdict> verdicts, List<JudgeCall> calls) {
        long supported = verdicts.stream().filter(Verdict::supported).count();
        double share = (double) supported / claims.size();
        var reason = new StringBuilder(supported + " of " + claims.size()
                + (claims.size() == 1 ? " claim is" : " claims are") + " borne out by the context.");
        for (int i = 0; i < claims.size(); i++) {
            reason.append('\n').append(line(claims.get(i), verdicts.get(i)));
        }
        return new Score.Scored(metric, model(), share, share, reason.toString(), calls);
    }

    private static String line(String claim, Verdict verdict) {
        String brief = claim.length() > LONGEST_CLAIM ? claim.substring(0, LONGEST_CLAIM - 1) + "…" : claim;
        String evidence = verdict.evidence().replaceAll("\\s+", " ");
        return (verdict.supported() ? "\u2713 " : "\u2717 ")
                + brief
                + (evidence.isEmpty() ? "" : " (\u201C" + evidence + "\u201D)");
    }

    private String why(String nothing, List<JudgeCall> calls) {
        var failure = calls.getLast().failure();
        return failure == null
                ? nothing + " could be read in the judge's reply, twice"
                : "the judge " + model() + " gave no answer: " + failure.getMessage();
    }

    private Score unscored(String why, List<JudgeCall> calls) {
        String lastReply = calls.isEmpty() ? "" : calls.getLast().rawReply();
        return new Score.Unscored(metric, model(), why, lastReply, calls);
    }
}
