package dev.assay.llm;

/**
 * The bodies as they crossed the wire, without headers, so without keys.
 *
 * @param request the body sent; empty where nothing was sent
 * @param response the body received; for a stream, all of it
 */
public record RawExchange(String request, String response) {
    /** No exchange took place. */
    public static final RawExchange NONE = new RawExchange("", "");
}
