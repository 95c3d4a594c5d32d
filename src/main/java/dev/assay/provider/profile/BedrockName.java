package dev.assay.provider.profile;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads names as Bedrock gives them: {@code us.anthropic.claude-haiku-4-5-20251001-v1:0}, alone or in an ARN. */
final class BedrockName {
    static final String VENDOR = "bedrock";

    /** Inference over several regions, whose group stands before the maker. */
    private static final Pattern REGIONS =
            Pattern.compile("^(?:us-gov|us|eu|apac|jp|au|ca|sa|me|global)[.](?=[^.]+[.])");

    private BedrockName() {}

    /** The maker and the model alone, in lower case: {@code anthropic.claude-haiku-4-5-20251001-v1:0}. */
    static String plain(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return REGIONS.matcher(last).replaceFirst("");
    }

    /** The maker of a plain name, such as {@code anthropic}; all of it where it names none. */
    static String maker(String plain) {
        int dot = plain.indexOf('.');
        return dot < 0 ? plain : plain.substring(0, dot);
    }

    /** What its maker calls the model of a plain name. */
    static String ofMaker(String plain) {
        return plain.substring(plain.indexOf('.') + 1);
    }
}
