package dev.assay.provider.offline;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes text apart into sentences and puts sentences together again. */
final class Sentences {
    /** A line break within a sentence that was wrapped by hand. */
    private static final Pattern SOFT_BREAK = Pattern.compile("(?<![.!?:;\\n])\\R(?=\\p{Ll})");

    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*•#>]+|\\d{1,2}[.)])\\s+");
    private static final Pattern ABBREVIATION = Pattern.compile(
            ".*(?:^|\\s|\\()(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|approx|e\\.g|i\\.e|\\p{Lu})\\.\\s*", Pattern.DOTALL);
    /** Characters of the longest abbreviation with what stands around it. */
    private static final int LONGEST_ABBREVIATION = 12;

    private static final Pattern ENDED = Pattern.compile("(?s).*[.!?…。！？][\"'”’)]*");

    private Sentences() {}

    /** The sentences in order; a line without a full stop is one too. */
    static List<String> of(String text) {
        return SOFT_BREAK
                .matcher(text)
                .replaceAll(" ")
                .lines()
                .flatMap(line -> ofLine(LIST_MARK.matcher(line).replaceFirst("")).stream())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** The sentences as running text; one without a full stop gets a line of its own. */
    static String join(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> isWhole(sentence) ? sentence + " " : sentence + "\n")
                .collect(Collectors.joining())
                .strip();
    }

    /** Whether a sentence ends as sentences do. */
    static boolean isWhole(String sentence) {
        return ENDED.matcher(sentence).matches();
    }

    private static List<String> ofLine(String line) {
        var sentences = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(line);
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String ending = line.substring(Math.max(from, to - LONGEST_ABBREVIATION), to);
            if (to == line.length() || !ABBREVIATION.matcher(ending).matches()) {
                sentences.add(line.substring(from, to).strip());
                from = to;
            }
        }
        return sentences;
    }
}
