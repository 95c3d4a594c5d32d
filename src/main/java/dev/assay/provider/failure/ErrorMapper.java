package dev.assay.provider.failure;

import dev.assay.llm.LlmException;
import dev.assay.llm.LlmException.Detail;
import dev.assay.llm.LlmException.RetryAdvice;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.List;

/** Turns what a provider said into one line for the user: what went wrong, the provider's words, and the mend. */
public final class ErrorMapper {
    private final ProviderSettings settings;
    private final Secrets secrets;

    /** @param secrets are taken out of what is said */
    public ErrorMapper(ProviderSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * An error as it arrived.
     *
     * @param status the status of the answer
     * @param inAnswer whether it came inside an answer that had begun well
     * @param url the address without its query
     * @param advice what the provider says of another try
     */
    public record Failure(
            ModelId model,
            int status,
            boolean inAnswer,
            String url,
            ProviderError error,
            RetryAdvice advice,
            String partialText,
            RawExchange raw) {}

    /** The exception for an error. */
    public LlmException map(Failure failure) {
        ProviderError error = failure.error();
        ErrorKind kind = ErrorKind.of(failure.inAnswer() ? null : failure.status(), error);
        String code = error.code() == null ? error.type() : error.code();
        var detail = new Detail(
                failure.model(),
                failure.status(),
                code,
                failure.partialText(),
                failure.raw(),
                failure.advice(),
                List.of());
        String message = line(failure, what(kind, failure), mend(kind, failure));
        return switch (kind) {
            case UNAUTHORIZED -> new LlmException.Unauthorized(message, detail);
            case RATE_LIMITED -> new LlmException.RateLimited(message, detail, LlmException.RateLimited.Kind.RATE);
            case QUOTA_EXHAUSTED ->
                new LlmException.RateLimited(message, detail, LlmException.RateLimited.Kind.QUOTA_EXHAUSTED);
            case DAILY_CAP -> new LlmException.RateLimited(message, detail, LlmException.RateLimited.Kind.DAILY_CAP);
            case CONTEXT_TOO_LONG -> new LlmException.ContextTooLong(message, detail);
            case CONTENT_FILTERED -> new LlmException.ContentFiltered(message, detail);
            case UNKNOWN_MODEL -> new LlmException.UnknownModel(message, detail);
            case REJECTED -> new LlmException.Rejected(message, detail);
            case OVERLOADED -> new LlmException.Overloaded(message, detail);
        };
    }

    private String line(Failure failure, String what, String mend) {
        String said = ProviderError.cut(secrets.hide(failure.error().message()));
        String status = failure.inAnswer() ? "" : " (HTTP " + failure.status() + ")";
        String end = said.isEmpty() || said.matches(".*[.!?…]") ? "" : ".";
        return failure.model() + ": " + what + status + (said.isEmpty() ? "." : ": " + said) + end + " " + mend;
    }

    private static String what(ErrorKind kind, Failure failure) {
        return switch (kind) {
            case UNAUTHORIZED -> "the key was refused";
            case RATE_LIMITED -> "too many calls";
            case QUOTA_EXHAUSTED -> "the account's credit or quota is used up";
            case DAILY_CAP -> "the quota of the day is used up";
            case CONTEXT_TOO_LONG -> "the prompt is too long for the model";
            case CONTENT_FILTERED -> "the provider's filter stopped the prompt";
            case UNKNOWN_MODEL -> "the model is not known at " + failure.url();
            case REJECTED ->
                failure.status() == 404
                        ? "nothing answers at " + failure.url()
                        : failure.status() < 400 && !failure.inAnswer()
                                ? failure.url() + " redirects elsewhere"
                                : "the request was refused";
            case OVERLOADED ->
                failure.inAnswer() ? "the provider failed in the middle of the answer" : "the provider is in trouble";
        };
    }

    private String mend(ErrorKind kind, Failure failure) {
        Duration wait = failure.advice().retryAfter();
        return switch (kind) {
            case UNAUTHORIZED -> keyMend();
            case RATE_LIMITED ->
                wait == null
                        ? "Try again later, or lower concurrency in providers.yaml"
                        : "Try again in " + TimeWords.of(wait);
            case QUOTA_EXHAUSTED -> "See the provider's billing page";
            case DAILY_CAP -> "Try again tomorrow, or ask the provider for a larger quota";
            case CONTEXT_TOO_LONG -> "Shorten the prompt, or choose a model with a larger context";
            case CONTENT_FILTERED -> "Reword the prompt";
            case UNKNOWN_MODEL -> "Check the model's name";
            case REJECTED ->
                failure.status() == 404 || failure.status() < 400 && !failure.inAnswer()
                        ? "Check baseUrl of provider " + settings.name()
                        : "Change the prompt or the parameters accordingly";
            case OVERLOADED ->
                (wait == null ? "Try again later" : "Try again in " + TimeWords.of(wait)) + support(failure);
        };
    }

    private static String support(Failure failure) {
        String id = failure.raw().requestId();
        return id == null ? "" : "; the provider's support finds the call as " + id;
    }

    private String keyMend() {
        return settings.apiKey() instanceof ApiKey.Present key
                ? "Check the key in " + key.where()
                : "Add apiKey: ${NAME} to provider " + settings.name() + " and set that environment variable";
    }
}
