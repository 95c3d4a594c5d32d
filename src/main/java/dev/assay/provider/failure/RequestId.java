package dev.assay.provider.failure;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the name under which a provider's support can look a call up. */
public final class RequestId {
    /** The provider's own first; that of a network in front of it is better than none. */
    private static final List<String> HEADERS = List.of(
            "x-request-id",
            "request-id",
            "apim-request-id",
            "x-ms-request-id",
            "x-amzn-requestid",
            "mistral-correlation-id",
            "x-generation-id",
            "x-correlation-id",
            "cf-ray");

    private static final int LONGEST = 200;

    private RequestId() {}

    /** The id that the headers of an answer give, or null. */
    public static @Nullable String of(UnaryOperator<@Nullable String> headers) {
        return HEADERS.stream()
                .map(headers)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST)
                .findFirst()
                .orElse(null);
    }
}
