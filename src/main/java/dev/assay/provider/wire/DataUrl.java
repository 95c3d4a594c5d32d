package dev.assay.provider.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A medium that is carried within its address.
 *
 * @param mediaType for example {@code image/png}
 * @param base64 the content
 */
public record DataUrl(String mediaType, String base64) {
    private static final Pattern FORM = Pattern.compile("data:([^;,]+);base64,(.+)", Pattern.DOTALL);

    /** Reads a {@code data:} URL; empty where the address is another. */
    public static Optional<DataUrl> parse(String url) {
        Matcher matcher = FORM.matcher(url);
        return matcher.matches() ? Optional.of(new DataUrl(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
