package dev.assay.registry.search;

import dev.assay.llm.InputException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What to look for.
 *
 * @param text words or, with {@code regex}, a regular expression; not empty
 * @param matchCase whether upper and lower case differ
 * @param wholeWord whether only whole words count
 * @param regex whether {@code text} is a regular expression
 */
public record SearchQuery(String text, boolean matchCase, boolean wholeWord, boolean regex) {
    public SearchQuery {
        if (text.isEmpty()) {
            throw new InputException("Nothing to search for: write a word");
        }
    }

    /** Looks for text as it is written, in upper or lower case. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, false, false, false);
    }

    /** The query as a pattern; throws {@link InputException} where the regular expression is wrong. */
    Pattern pattern() {
        String expression = regex ? text : Pattern.quote(text);
        if (wholeWord) {
            expression = "(?<![\\p{L}\\p{N}_])(?:" + expression + ")(?![\\p{L}\\p{N}_])";
        }
        int flags = Pattern.MULTILINE | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        try {
            return Pattern.compile(expression, flags);
        } catch (PatternSyntaxException e) {
            throw new InputException("'" + text + "' is not a regular expression: " + e.getDescription()
                    + "; search for it as plain text, or mend it");
        }
    }
}
