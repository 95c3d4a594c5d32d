package dev.assay.provider.resilience;

import dev.assay.llm.Adjustment;
import dev.assay.llm.Attempt;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Asks other models, in the order of the user, where the one that was asked gives no answer. Only where its provider
 * failed, never where the request or the key is to be mended, and never once anything was heard. An answer tells that
 * it came from another model, and why.
 *
 * @param models asked in turn; one that was asked already is left out
 * @param providers the provider of a model
 */
public record FallbackChain(List<ModelId> models, Function<ModelId, LlmProvider> providers) {
    public FallbackChain {
        models = List.copyOf(models);
    }

    /**
     * The first answer.
     *
     * @throws LlmException where no model answered: what went wrong with the one asked first, and the tries of all
     */
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        ModelId asked = request.model();
        var heard = new Heard(listener);
        long begun = System.nanoTime();
        try {
            return providers.apply(asked).chat(request, heard);
        } catch (LlmException failure) {
            if (!othersMayHelp(failure) || !heard.nothing()) {
                throw failure;
            }
            List<Attempt> failed = new ArrayList<>();
            add(failed, asked, failure, begun);
            return others(request, heard, failure, failed);
        }
    }

    private ChatResponse others(ChatRequest request, Heard heard, LlmException first, List<Attempt> failed) {
        for (ModelId model : models) {
            if (model.equals(request.model())) {
                continue;
            }
            long begun = System.nanoTime();
            try {
                ChatResponse response = providers.apply(model).chat(request.withModel(model), heard);
                return recorded(
                        response,
                        new Adjustment("model", request.model().toString(), model.toString(), first.getMessage()),
                        failed);
            } catch (LlmException failure) {
                if (!heard.nothing()) {
                    throw failure.after(failed);
                }
                add(failed, model, failure, begun);
            }
        }
        throw first.after(failed);
    }

    private static ChatResponse recorded(ChatResponse response, Adjustment other, List<Attempt> failed) {
        List<Adjustment> adjustments = new ArrayList<>(response.adjustments());
        adjustments.addFirst(other);
        List<Attempt> attempts = new ArrayList<>(failed);
        attempts.addAll(response.failedAttempts());
        return response.withAdjustments(adjustments).withFailedAttempts(attempts);
    }

    /** Adds the tries of a model, and what time they left to the last one. */
    private static void add(List<Attempt> failed, ModelId model, LlmException failure, long begun) {
        List<Attempt> before = failure.detail().failedAttempts();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        for (Attempt attempt : before) {
            took = took.minus(attempt.took()).minus(attempt.waited());
        }
        failed.addAll(before);
        failed.add(new Attempt(
                model,
                failure.errorType(),
                failure.getMessage(),
                took.isNegative() ? Duration.ZERO : took,
                Duration.ZERO));
    }

    private static boolean othersMayHelp(LlmException failure) {
        return switch (failure) {
            case LlmException.RateLimited limited -> true;
            case LlmException.Overloaded overloaded -> true;
            case LlmException.TimedOut timedOut -> true;
            case LlmException.Unreachable unreachable -> true;
            case LlmException.MalformedResponse malformed -> true;
            default -> false;
        };
    }
}
