package dev.assay.judge;

import dev.assay.llm.ModelId;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which models are of one kind, wherever they are served: a judge may favour what its own kind has written. */
public final class ModelFamily {
    /** Version, size, date and the like: what comes after the name of a family. */
    private static final Pattern VARIANT = Pattern.compile("(?:[-_:.@ ]?v?\\d|[-_:.@ ](?:mini|nano|small|medium|large"
            + "|pro|flash|haiku|sonnet|opus|fable|turbo|latest|preview|instruct)).*");

    private ModelFamily() {}

    /** Whether two models are of one family, such as two GPT models. */
    public static boolean same(ModelId one, ModelId other) {
        return one.equals(other) || name(one).equals(name(other));
    }

    private static String name(ModelId model) {
        String name = model.model().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (model.provider().equals("offline")) {
            return "offline";
        }
        if (last.matches("(chatgpt|gpt|o\\d).*")) {
            return "gpt";
        }
        String family = VARIANT.matcher(last).replaceFirst("");
        return family.isEmpty() ? last : family;
    }
}
