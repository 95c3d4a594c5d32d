package dev.assay.settings.routing;

import dev.assay.llm.PromptOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a request; all of what is set.
 *
 * @param prompts the prompt's name, with {@code *} for any part of a name and {@code **} across folders, or null
 * @param tag one of the prompt's tags, or null
 * @param tokensAbove the input has more tokens than this, or null
 * @param tokensBelow the input has fewer tokens than this, or null
 */
public record Condition(
        @Nullable String prompts,
        @Nullable String tag,
        @Nullable Integer tokensAbove,
        @Nullable Integer tokensBelow) {
    /** Holds of every request. */
    public static final Condition ALWAYS = new Condition(null, null, null, null);

    /** Whether it asks for the number of tokens. */
    public boolean countsTokens() {
        return tokensAbove != null || tokensBelow != null;
    }

    /**
     * Whether it holds.
     *
     * @param origin the prompt, or null where the request was made from none
     * @param tokens of the input; of no meaning unless it {@link #countsTokens}
     */
    public boolean holds(@Nullable PromptOrigin origin, int tokens) {
        return (prompts == null
                        || origin != null
                                && pattern(prompts).matcher(origin.prompt()).matches())
                && (tag == null || origin != null && origin.tags().contains(tag))
                && (tokensAbove == null || tokens > tokensAbove)
                && (tokensBelow == null || tokens < tokensBelow);
    }

    private static Pattern pattern(String glob) {
        var pattern = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**", i)) {
                pattern.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                pattern.append("[^/]*");
            } else {
                pattern.append(Pattern.quote(String.valueOf(glob.charAt(i))));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (prompts != null) {
            parts.add("prompts " + prompts);
        }
        if (tag != null) {
            parts.add("tag " + tag);
        }
        if (tokensAbove != null) {
            parts.add("more than " + tokensAbove + " tokens");
        }
        if (tokensBelow != null) {
            parts.add("fewer than " + tokensBelow + " tokens");
        }
        return parts.isEmpty() ? "always" : String.join(", ", parts);
    }
}
