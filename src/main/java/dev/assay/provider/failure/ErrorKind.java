package dev.assay.provider.failure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an error of any provider comes to. The provider's own code decides first, then the status. */
public enum ErrorKind {
    UNAUTHORIZED,
    RATE_LIMITED,
    QUOTA_EXHAUSTED,
    DAILY_CAP,
    CONTEXT_TOO_LONG,
    CONTENT_FILTERED,
    UNKNOWN_MODEL,
    REJECTED,
    OVERLOADED;

    private static final Map<String, ErrorKind> CODES = Map.ofEntries(
            Map.entry("context_length_exceeded", CONTEXT_TOO_LONG),
            Map.entry("content_filter", CONTENT_FILTERED),
            Map.entry("content_policy_violation", CONTENT_FILTERED),
            Map.entry("invalid_prompt", CONTENT_FILTERED),
            Map.entry("responsibleaipolicyviolation", CONTENT_FILTERED),
            Map.entry("insufficient_quota", QUOTA_EXHAUSTED),
            Map.entry(ProviderError.DAILY_CAP, DAILY_CAP),
            Map.entry("billing_error", QUOTA_EXHAUSTED),
            Map.entry("billing_not_active", QUOTA_EXHAUSTED),
            Map.entry("model_not_found", UNKNOWN_MODEL),
            Map.entry("rate_limit_error", RATE_LIMITED),
            Map.entry("rate_limit_exceeded", RATE_LIMITED),
            Map.entry("resource_exhausted", RATE_LIMITED),
            Map.entry("authentication_error", UNAUTHORIZED),
            Map.entry("permission_error", UNAUTHORIZED),
            Map.entry("invalid_api_key", UNAUTHORIZED),
            Map.entry("overloaded_error", OVERLOADED),
            Map.entry("api_error", OVERLOADED),
            Map.entry("timeout_error", OVERLOADED),
            Map.entry("server_error", OVERLOADED),
            Map.entry("throttlingexception", RATE_LIMITED),
            Map.entry("servicequotaexceededexception", QUOTA_EXHAUSTED),
            Map.entry("accessdeniedexception", UNAUTHORIZED),
            Map.entry("unrecognizedclientexception", UNAUTHORIZED),
            Map.entry("invalidsignatureexception", UNAUTHORIZED),
            Map.entry("expiredtokenexception", UNAUTHORIZED),
            Map.entry("modelstreamerrorexception", OVERLOADED),
            Map.entry("internalserverexception", OVERLOADED),
            Map.entry("serviceunavailableexception", OVERLOADED),
            Map.entry("unavailable", OVERLOADED));

    private static final Pattern CONTEXT = any(List.of(
            "maximum context length",
            "prompt is too long",
            "input is too long",
            "input tokens exceed",
            "exceeds? the maximum number of tokens",
            "exceeds? the available context size",
            "exceeds? the context length",
            "longer than the model's context length",
            "current length is .* while limit is",
            "context (length|window) exceeded",
            "token limit reached"));

    private static final Pattern FILTER = any(List.of(
            "rejected as a result of our safety system", "violating our usage policy", "content management policy"));

    private static final Pattern MODEL = any(List.of(
            "\\bmodel\\b.*(not (be )?found|does not exist|unknown|not available|not supported)",
            "(not found|unknown|no such)\\b.*\\bmodel\\b",
            "^model:",
            "^models/\\S+ is not found"));

    private static final Pattern MODEL_ID = any(List.of("model identifier is invalid"));

    private static final Pattern KEY = any(List.of("API key not valid", "API key expired", "invalid (api )?token"));

    /**
     * The kind of an error.
     *
     * @param status the HTTP status, or null where the error came inside an answer
     */
    public static ErrorKind of(@Nullable Integer status, ProviderError error) {
        ErrorKind coded = Stream.of(error.code(), error.type())
                .filter(word -> word != null)
                .map(word -> CODES.get(word.toLowerCase(Locale.ROOT)))
                .filter(kind -> kind != null)
                .findFirst()
                .orElse(null);
        // Some servers call every error so, also those that are the caller's.
        boolean vague = coded == OVERLOADED && status != null && status < 500;
        if (coded != null && !vague) {
            return coded;
        }
        Integer code = status == null ? impliedStatus(error) : status;
        return code == null ? ofText(error.message(), OVERLOADED) : ofStatus(code, error.message());
    }

    /** The status that an error inside an answer would have had, or null. */
    private static @Nullable Integer impliedStatus(ProviderError error) {
        return switch (error.type() == null ? "" : error.type()) {
            case "invalid_request_error", "validationException" -> 400;
            case "not_found_error" -> 404;
            default -> error.codeAsStatus();
        };
    }

    private static ErrorKind ofStatus(int status, String message) {
        return switch (status) {
            case 400, 413, 422 -> ofText(message, REJECTED);
            case 401, 403 -> UNAUTHORIZED;
            case 402 -> QUOTA_EXHAUSTED;
            case 404 -> MODEL.matcher(message).find() ? UNKNOWN_MODEL : REJECTED;
            // Groq is out of capacity, Cohere does not know the key.
            case 498 -> KEY.matcher(message).find() ? UNAUTHORIZED : OVERLOADED;
            // Timed out, met another change, or (424 of Bedrock) the model failed: the official clients call again.
            case 408, 409, 424 -> OVERLOADED;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 ? OVERLOADED : REJECTED;
        };
    }

    /** Words are searched only where the provider judged the request, never where it may merely repeat the prompt. */
    private static ErrorKind ofText(String message, ErrorKind otherwise) {
        if (KEY.matcher(message).find()) {
            return UNAUTHORIZED;
        }
        if (MODEL_ID.matcher(message).find()) {
            return UNKNOWN_MODEL;
        }
        if (CONTEXT.matcher(message).find()) {
            return CONTEXT_TOO_LONG;
        }
        if (FILTER.matcher(message).find()) {
            return CONTENT_FILTERED;
        }
        return otherwise;
    }

    private static Pattern any(List<String> expressions) {
        return Pattern.compile(String.join("|", expressions), Pattern.CASE_INSENSITIVE);
    }
}
