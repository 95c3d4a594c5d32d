package dev.assay.llm;

import org.jspecify.annotations.Nullable;

/**
 * The bodies as they crossed the wire, without headers, so without keys.
 *
 * @param request the body sent; empty where nothing was sent
 * @param response the body received; for a stream, all of it
 * @param requestId the name under which the provider's support can look the call up, or null where it gave none
 */
public record RawExchange(
        String request, String response, @Nullable String requestId) {
    /** No exchange took place. */
    public static final RawExchange NONE = new RawExchange("", "");

    /** Bodies of a call to which the provider gave no name. */
    public RawExchange(String request, String response) {
        this(request, response, null);
    }
}
