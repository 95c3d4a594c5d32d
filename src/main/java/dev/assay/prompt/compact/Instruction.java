package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.Scope;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence or a line of a list.
 *
 * @param start offset of its first word
 * @param end offset after its last character
 * @param text as written
 * @param lead what it stands under: the line that ends in a colon above its list; empty where there is none
 * @param scope where it stands
 */
record Instruction(int start, int end, String text, String lead, Scope scope) {
    private static final int FEWEST_WORDS = 2;
    private static final int SHORTEST = 10;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019-][\\p{L}\\p{N}]+)*");

    /** Words that point at what stands around: such a sentence means something else in another place. */
    private static final Set<String> POINTING = Set.of(
            "this",
            "these",
            "those",
            "above",
            "below",
            "following",
            "previous",
            "otherwise",
            "instead",
            "here",
            "there",
            "such",
            "same",
            "else",
            "then",
            "so",
            "it",
            "its",
            "they",
            "them",
            "again");

    /** Words that go on from what was said before, where they begin a sentence. */
    private static final Set<String> GOING_ON = Set.of("and", "but", "or", "next", "finally", "first", "also", "that");

    /** "that" points elsewhere as the first or last word, or behind one of these; else it begins a clause of its own. */
    private static final Set<String> BEFORE_THAT = Set.of(
            "if", "in", "do", "does", "after", "before", "for", "with", "of", "like", "than", "at", "on", "to", "from",
            "when", "by", "unless", "until", "case", "is", "not");

    /** What it is compared by: lower case, single blanks, without the mark at its end. */
    String key() {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
    }

    /** Whether it says the same wherever it stands: long enough, no question, no title, and nothing that points elsewhere. */
    boolean isSelfContained() {
        String words = text.strip();
        if (words.length() < SHORTEST || words.endsWith("?") || words.endsWith(":") || words.endsWith(",")) {
            return false;
        }
        var found = WORDS.matcher(words);
        int count = 0;
        boolean pointing = false;
        String last = "";
        while (found.find()) {
            String word = found.group().toLowerCase(Locale.ROOT);
            pointing |= POINTING.contains(word) || word.equals("that") && BEFORE_THAT.contains(last);
            pointing |= count == 0 && GOING_ON.contains(word);
            last = word;
            count++;
        }
        pointing |= last.equals("that");
        return count >= FEWEST_WORDS && !pointing;
    }

    /** Whether another one of the same key that comes later says nothing new. */
    boolean covers(Instruction later) {
        return scope.covers(later.scope) && lead.equals(later.lead);
    }
}
