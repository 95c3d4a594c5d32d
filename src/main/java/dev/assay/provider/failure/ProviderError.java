package dev.assay.provider.failure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.provider.wire.WireJson;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said went wrong, read leniently out of the many shapes that are in use.
 *
 * @param code its code, or null; some providers put an HTTP status here
 * @param type its type or status word, or null
 * @param message its words as they came, of any length; empty for none. They may hold a key
 */
public record ProviderError(@Nullable String code, @Nullable String type, String message) {
    /** The code given to an error where a quota of a day is used up. */
    static final String DAILY_CAP = "daily_cap";

    private static final int LONGEST = 300;
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");

    /** Reads the body of an error answer: JSON of any shape, an HTML page of a proxy, or plain words. */
    public static ProviderError parse(String body) {
        String text = body.strip();
        if (text.startsWith("<")) {
            Matcher title = TITLE.matcher(text);
            return new ProviderError(
                    null,
                    null,
                    "an HTML page" + (title.find() ? " '" + title.group(1).strip() + "'" : ""));
        }
        Optional<JsonNode> json = WireJson.read(text);
        return json.map(ProviderError::parse).orElseGet(() -> new ProviderError(null, null, text));
    }

    /** The provider's filter stopped the prompt, in an answer that is no error by its form. */
    public static ProviderError filtered(String reason) {
        return new ProviderError("content_filter", null, reason);
    }

    /** The error that a document of an otherwise good answer carries, if it does. */
    public static Optional<ProviderError> within(JsonNode document) {
        JsonNode error = document.path("error");
        boolean none = error.isMissingNode()
                || error.isNull()
                || (error.isTextual() && error.textValue().isEmpty());
        return none ? Optional.empty() : Optional.of(parse(document));
    }

    private static ProviderError parse(JsonNode document) {
        JsonNode root = document.isArray() && !document.isEmpty() ? document.get(0) : document;
        JsonNode error = root.path("error");
        JsonNode source = error.isObject() ? error : root;
        String code = hasDailyQuota(source) ? DAILY_CAP : scalar(source.path("code"));
        String type = firstOf(scalar(source.path("type")), scalar(source.path("status")));
        String inner = scalar(source.path("innererror").path("code"));
        return new ProviderError(firstOf(inner, code), type, message(root, source));
    }

    /** Google tells the quota of a day from that of a minute by its name only. */
    private static boolean hasDailyQuota(JsonNode error) {
        return error.path("details")
                .valueStream()
                .flatMap(detail -> detail.path("violations").valueStream())
                .anyMatch(
                        violation -> WireJson.textOrEmpty(violation, "quotaId").contains("PerDay"));
    }

    /** The same with the type that AWS names in a header, if it does. */
    public ProviderError withType(@Nullable String header) {
        return header == null ? this : new ProviderError(code, header.replaceAll("[:#].*", ""), message);
    }

    private static String message(JsonNode root, JsonNode source) {
        String message = firstOf(
                scalar(source.path("message")),
                scalar(root.path("error")),
                scalar(root.path("message")),
                scalar(root.path("detail")),
                detail(root.path("detail").path(0)));
        String upstream = scalar(source.path("metadata").path("raw"));
        String text = message == null ? root.toString() : message;
        return upstream == null ? text : text + " (" + upstream + ")";
    }

    /** What is wrong with a field, and with which. */
    private static @Nullable String detail(JsonNode detail) {
        String message = scalar(detail.path("msg"));
        String field = detail.path("loc").valueStream().map(JsonNode::asText).collect(Collectors.joining("."));
        return message == null || field.isEmpty() ? message : field + ": " + message;
    }

    /** The code as an HTTP status, or null where it is none. */
    @Nullable
    Integer codeAsStatus() {
        return code != null && code.matches("[345][0-9]{2}") ? Integer.valueOf(code) : null;
    }

    private static @Nullable String scalar(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    private static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** On one line, and no longer than a line may be. */
    public static String cut(String text) {
        String line = Objects.requireNonNull(text).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
