package dev.assay.provider.similar;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What vectors do not tell apart though an answer turns on it: two questions with other numbers, or of which one is
 * denied, are never alike.
 */
final class Likeness {
    private static final Pattern TELLING = Pattern.compile(
            "[0-9]+(?:[.,:][0-9]+)*|\\b(?:no|not|none|never|neither|nor|without|cannot|except|unless)\\b|n't\\b");

    private Likeness() {}

    /** Whether the numbers and denials of two texts are the same, in the same order. */
    static boolean possible(String one, String other) {
        return telling(one).equals(telling(other));
    }

    private static List<String> telling(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return TELLING.matcher(plain).results().map(MatchResult::group).toList();
    }
}
