package dev.assay.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a word stands in a text.
 *
 * @param starts offsets of the first characters, ascending
 * @param ends offsets after the last characters
 * @param replacements what each would be replaced with
 * @param problem why the pattern cannot be used, or null
 */
record TextSearch(
        List<Integer> starts,
        List<Integer> ends,
        List<String> replacements,
        @Nullable String problem) {
    private static final int MOST = 100_000;

    /**
     * What to look for.
     *
     * @param word a word or a regular expression; an empty one stands nowhere
     * @param replacement what to put there; with a regular expression {@code $1} is its first group
     */
    record Query(String word, String replacement, boolean matchCase, boolean wholeWord, boolean regex) {}

    /** Looks for a word without regard to case; an empty word stands nowhere. */
    static TextSearch of(String text, String word) {
        return of(text, new Query(word, "", false, false, false));
    }

    /** Looks for what a query asks for. Hits of no width are left out. */
    static TextSearch of(String text, Query query) {
        var starts = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        var replacements = new ArrayList<String>();
        try {
            Matcher matcher = pattern(query).matcher(text);
            while (!query.word().isEmpty() && starts.size() < MOST && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    starts.add(matcher.start());
                    ends.add(matcher.end());
                    replacements.add(query.regex() ? expand(matcher, query.replacement()) : query.replacement());
                }
            }
        } catch (PatternSyntaxException e) {
            return new TextSearch(List.of(), List.of(), List.of(), e.getDescription());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new TextSearch(List.of(), List.of(), List.of(), e.getMessage());
        } catch (StackOverflowError e) {
            return new TextSearch(List.of(), List.of(), List.of(), "the pattern is too deep for this text");
        }
        return new TextSearch(List.copyOf(starts), List.copyOf(ends), List.copyOf(replacements), null);
    }

    private static Pattern pattern(Query query) {
        String pattern = query.regex() ? query.word() : Pattern.quote(query.word());
        int flags = Pattern.MULTILINE | (query.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Pattern.compile(
                query.wholeWord() ? "(?<![\\p{L}\\p{N}_])(?:" + pattern + ")(?![\\p{L}\\p{N}_])" : pattern, flags);
    }

    private static String expand(Matcher matcher, String replacement) {
        var expanded = new StringBuilder();
        Matcher one = matcher.pattern().matcher(matcher.group());
        if (one.matches()) {
            one.appendReplacement(expanded, replacement);
        } else {
            expanded.append(replacement);
        }
        return expanded.toString();
    }

    /** Index of the first hit at or after an offset, else of the very first; -1 where there is none. */
    int next(int offset) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i) >= offset) {
                return i;
            }
        }
        return starts.isEmpty() ? -1 : 0;
    }

    /** Index of the last hit before an offset, else of the very last; -1 where there is none. */
    int previous(int offset) {
        for (int i = starts.size() - 1; i >= 0; i--) {
            if (starts.get(i) < offset) {
                return i;
            }
        }
        return starts.size() - 1;
    }
}
