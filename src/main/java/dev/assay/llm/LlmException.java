package dev.assay.llm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider gave no usable answer. {@link #isRetriable()} says whether the same call may succeed later; the kind says
 * what to do otherwise.
 */
public abstract sealed class LlmException extends AssayException {

    /**
     * What is known of the failure.
     *
     * @param model the model that was asked
     * @param httpStatus the status, or null where there was no answer
     * @param code the provider's own code or type, or null
     * @param partialText text that had arrived before the failure; may be empty
     * @param raw the bodies on the wire
     * @param advice what the provider says of another try
     * @param failedAttempts the tries before the one that failed last, in order
     */
    public record Detail(
            ModelId model,
            @Nullable Integer httpStatus,
            @Nullable String code,
            String partialText,
            RawExchange raw,
            RetryAdvice advice,
            List<Attempt> failedAttempts) {
        public Detail {
            failedAttempts = List.copyOf(failedAttempts);
        }

        /** A failure of the first try, without advice. */
        public Detail(
                ModelId model,
                @Nullable Integer httpStatus,
                @Nullable String code,
                String partialText,
                RawExchange raw) {
            this(model, httpStatus, code, partialText, raw, RetryAdvice.NONE, List.of());
        }

        /** A failure of which nothing but the model is known. */
        public static Detail of(ModelId model) {
            return new Detail(model, null, null, "", RawExchange.NONE);
        }
    }

    /**
     * What a provider says of making the same call again.
     *
     * @param worthwhile whether to, which overrules the kind of the failure, or null where it does not say
     * @param retryAfter how long to wait before, 0 or more, or null where it does not say
     */
    public record RetryAdvice(
            @Nullable Boolean worthwhile, @Nullable Duration retryAfter) {
        /** The provider says nothing. */
        public static final RetryAdvice NONE = new RetryAdvice(null, null);
    }

    private Detail detail;
    private final boolean retriable;

    private LlmException(String message, Detail detail, boolean retriable, @Nullable Throwable cause) {
        super(message, cause);
        this.detail = detail;
        this.retriable = retriable;
    }

    /** What is known of the failure. */
    public Detail detail() {
        return detail;
    }

    /** This failure, told as that of a call that was tried before; returns itself. */
    public LlmException after(List<Attempt> attempts) {
        detail = new Detail(
                detail.model, detail.httpStatus, detail.code, detail.partialText, detail.raw, detail.advice, attempts);
        return this;
    }

    /** Whether the same call may succeed if it is made again later. */
    public boolean isRetriable() {
        Boolean advised = detail.advice.worthwhile();
        return advised == null ? retriable : advised;
    }

    /** Low-cardinality name of the kind in snake case, as OpenTelemetry's {@code error.type}. */
    public String errorType() {
        return getClass().getSimpleName().replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    /** Too many calls: wait and call again, unless the quota is used up. */
    public static final class RateLimited extends LlmException {

        /** Which limit was reached. */
        public enum Kind {
            /** So many calls or tokens a minute: calling again later may succeed. */
            RATE,
            /** So many a day: not before tomorrow. */
            DAILY_CAP,
            /** The account has no credit or quota left. */
            QUOTA_EXHAUSTED
        }

        private final Kind kind;

        public RateLimited(String message, Detail detail, Kind kind) {
            super(message, detail, kind == Kind.RATE, null);
            this.kind = kind;
        }

        /** Whether calling again may help; no advice makes good a quota that is used up. */
        @Override
        public boolean isRetriable() {
            return kind == Kind.RATE && super.isRetriable();
        }

        /** Which limit was reached. */
        public Kind kind() {
            return kind;
        }

        /** How long the provider asks to wait, or null where it does not say. */
        public @Nullable Duration retryAfter() {
            return detail().advice().retryAfter();
        }
    }

    /** The provider is in trouble (5xx): call again later. */
    public static final class Overloaded extends LlmException {
        public Overloaded(String message, Detail detail) {
            super(message, detail, true, null);
        }
    }

    /** Our clock ran out. */
    public static final class TimedOut extends LlmException {
        public TimedOut(String message, Detail detail) {
            super(message, detail, true, null);
        }
    }

    /** No connection, or it was lost before the answer was complete. */
    public static final class Unreachable extends LlmException {
        public Unreachable(String message, Detail detail, @Nullable Throwable cause) {
            super(message, detail, true, cause);
        }
    }

    /** The key is missing, wrong or may not do this: mend the key. */
    public static final class Unauthorized extends LlmException {
        public Unauthorized(String message, Detail detail) {
            super(message, detail, false, null);
        }
    }

    /** The provider does not know the model: choose another. */
    public static final class UnknownModel extends LlmException {
        public UnknownModel(String message, Detail detail) {
            super(message, detail, false, null);
        }
    }

    /** The provider refuses the request as it is: mend the request. */
    public static final class Rejected extends LlmException {
        public Rejected(String message, Detail detail) {
            super(message, detail, false, null);
        }
    }

    /** The prompt does not fit the model's context window: shorten it. */
    public static final class ContextTooLong extends LlmException {
        public ContextTooLong(String message, Detail detail) {
            super(message, detail, false, null);
        }
    }

    /** The provider's filter stopped the prompt before there was an answer. */
    public static final class ContentFiltered extends LlmException {
        public ContentFiltered(String message, Detail detail) {
            super(message, detail, false, null);
        }
    }

    /** The answer is not what the protocol says: another server, a proxy page, or a cut body. */
    public static final class MalformedResponse extends LlmException {
        public MalformedResponse(String message, Detail detail, @Nullable Throwable cause) {
            super(message, detail, true, cause);
        }
    }

    /** The request was one of a batch that ended before it was answered: send it again. */
    public static final class Unanswered extends LlmException {
        public Unanswered(String message, Detail detail) {
            super(message, detail, true, null);
        }
    }

    /** The provider has no such operation: choose another provider. */
    public static final class Unsupported extends LlmException {
        public Unsupported(String message, Detail detail) {
            super(message, detail, false, null);
        }

        /** The usual words for a provider that does not offer {@code what}. */
        public static Unsupported of(ModelId model, String what) {
            return new Unsupported(
                    model + ": provider " + model.provider() + " offers no " + what.replaceFirst("^an? ", "")
                            + ". Choose a provider that does",
                    Detail.of(model));
        }
    }
}
