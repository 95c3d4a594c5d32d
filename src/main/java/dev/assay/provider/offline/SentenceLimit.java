package dev.assay.provider.offline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one kind of instruction that the offline models obey: how many sentences to write. */
final class SentenceLimit {
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?<fewer>(?:fewer|less) than )?(?<count>single|an?|\\d{1,2}|" + String.join("|", NUMBERS)
                    + ")[ -](?:(?:short|plain|full|complete|whole|clear|concise) )?sentences?\\b",
            Pattern.CASE_INSENSITIVE);

    private SentenceLimit() {}

    /** The last limit that a text sets, such as "at most two sentences"; 0 where it sets none. */
    static int in(String instructions) {
        int limit = 0;
        Matcher found = LIMIT.matcher(instructions);
        while (found.find()) {
            int count = number(found.group("count").toLowerCase(Locale.ROOT));
            limit = Math.max(1, found.group("fewer") == null ? count : count - 1);
        }
        return limit;
    }

    private static int number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return Math.max(1, NUMBERS.indexOf(word));
    }
}
