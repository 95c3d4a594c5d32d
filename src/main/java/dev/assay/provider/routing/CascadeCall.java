package dev.assay.provider.routing;

import dev.assay.llm.Adjustment;
import dev.assay.llm.Attempt;
import dev.assay.llm.CallWait;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.Stage;
import dev.assay.settings.routing.Route;
import dev.assay.settings.routing.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through a cascade. Used on the thread of the call alone. */
final class CascadeCall {
    private final LlmProvider provider;
    private final AnswerCheck check;
    private final Route.Cascade cascade;
    private final ChatRequest request;
    private final String before;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Adjustment> escalations = new ArrayList<>();
    private final List<Attempt> failed = new ArrayList<>();
    private final long begun = System.nanoTime();
    private Duration queued = Duration.ZERO;

    /** @param before what led to this cascade, for the reason; may be empty */
    CascadeCall(LlmProvider provider, AnswerCheck check, Route.Cascade cascade, ChatRequest request, String before) {
        this.provider = provider;
        this.check = check;
        this.cascade = cascade;
        this.request = request;
        this.before = before;
    }

    /** The first answer that will do, or the last. */
    ChatResponse chat(ChatListener listener) {
        List<Route.Step> steps = cascade.steps();
        for (int i = 0; i + 1 < steps.size(); i++) {
            Route.Step step = steps.get(i);
            Optional<ChatResponse> answer = tried(step, steps.get(i + 1).model(), listener);
            if (answer.isPresent()) {
                tell(answer.get(), listener);
                return whole(answer.get(), step.model());
            }
        }
        ModelId last = steps.getLast().model();
        try {
            return whole(ask(last, listener), last);
        } catch (LlmException e) {
            throw failed.isEmpty() ? e : e.after(failed);
        }
    }

    /** The answer of a step where it will do. Nobody hears it before that is known. */
    private Optional<ChatResponse> tried(Route.Step step, ModelId next, ChatListener listener) {
        long start = System.nanoTime();
        ChatResponse answer;
        try {
            answer = ask(step.model(), new WaitsOnly(listener));
        } catch (LlmException e) {
            if (!step.escalate().contains(Trigger.Simple.ERROR)) {
                throw e;
            }
            failed.addAll(e.detail().failedAttempts());
            failed.add(new Attempt(
                    step.model(),
                    e.errorType(),
                    e.getMessage(),
                    Duration.ofNanos(System.nanoTime() - start),
                    Duration.ZERO));
            escalate(step.model(), next, Trigger.Simple.ERROR + ": " + e.getMessage());
            return Optional.empty();
        }
        AnswerCheck.Result result =
                check.check(request.withModel(step.model()).withOrigin(null), answer, step.escalate());
        stages.addAll(result.calls());
        result.reason().ifPresent(reason -> escalate(step.model(), next, reason));
        return result.reason().isPresent() ? Optional.empty() : Optional.of(answer);
    }

    private ChatResponse ask(ModelId model, ChatListener listener) {
        ChatResponse answer = provider.chat(request.withModel(model).withOrigin(null), listener);
        stages.add(new Stage(answer.servedBy(model), answer.usage(), answer.cache()));
        queued = queued.plus(answer.latency().queued());
        return answer;
    }

    private void escalate(ModelId from, ModelId to, String reason) {
        escalations.add(new Adjustment("escalation", from.toString(), to.toString(), reason));
    }

    /** What was held back while it was not known whether it will do. */
    private void tell(ChatResponse answer, ChatListener listener) {
        if (request.stream() && !answer.reasoning().isEmpty()) {
            listener.onReasoning(answer.reasoning());
        }
        if (request.stream() && !answer.text().isEmpty()) {
            listener.onText(answer.text());
        }
    }

    private ChatResponse whole(ChatResponse answer, ModelId model) {
        String reason = before + "cascade " + cascade.name() + ": "
                + (escalations.isEmpty() ? "the first answer will do" : escalations.size() + " escalated");
        List<Adjustment> adjustments = new ArrayList<>(answer.adjustments());
        // Behind that of a provider that had another model answer, for the first one tells who did.
        adjustments.add(new Adjustment("model", request.model().toString(), model.toString(), reason));
        adjustments.addAll(escalations);
        List<Attempt> attempts = new ArrayList<>(failed);
        attempts.addAll(answer.failedAttempts());
        Duration total = Duration.ofNanos(System.nanoTime() - begun).minus(queued);
        // A text that was held back was seen when all of it was there.
        boolean held = !model.equals(cascade.steps().getLast().model());
        Duration first =
                held && request.stream() ? total : later(answer.latency().timeToFirstToken(), answer, total);
        return answer.withAdjustments(adjustments)
                .withFailedAttempts(attempts)
                .withLatency(new Latency(queued, total, null, first))
                .withCache(Tokens.cache(stages))
                .withStages(Tokens.sum(stages), stages);
    }

    /** A time of the last call, counted from the beginning of the first one. */
    private static @Nullable Duration later(@Nullable Duration within, ChatResponse answer, Duration total) {
        Duration last = answer.latency().total();
        Duration earlier = total.minus(last == null ? Duration.ZERO : last);
        return within == null ? null : earlier.isNegative() ? within : earlier.plus(within);
    }

    /** Lets waits through, and no text. */
    private record WaitsOnly(ChatListener listener) implements ChatListener {
        @Override
        public void onText(String delta) {}

        @Override
        public void onWait(CallWait wait) {
            listener.onWait(wait);
        }

        @Override
        public void onWaitOver() {
            listener.onWaitOver();
        }
    }
}
