package dev.assay.pricing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of models as Bedrock gives them, {@code us.anthropic.claude-haiku-4-5-20251001-v1:0}, alone or in an ARN, in the
 * forms in which a list may have them. Inference over all regions, {@code global.}, is another name: it costs less.
 */
final class BedrockNames {
    static final String PROVIDER = "bedrock";

    private static final Pattern REGIONS = Pattern.compile("^(?:us-gov|us|eu|apac|jp|au|ca|sa|me)[.](?=[^.]+[.])");

    /** With it goes the variant for longer contexts, as in {@code amazon.nova-pro-v1:0:300k}. */
    private static final Pattern VERSION = Pattern.compile("(?:-v[0-9]+)?(?::[0-9]+)?(?::[0-9]+k)?$");

    private BedrockNames() {}

    /** The forms, the one that says most first. */
    static List<String> of(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String plain = REGIONS.matcher(last).replaceFirst("");
        return List.of(plain, VERSION.matcher(plain).replaceFirst(""));
    }
}
