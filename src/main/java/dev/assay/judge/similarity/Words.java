package dev.assay.judge.similarity;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text in small letters, without punctuation; of scripts without spaces each sign is a word. */
final class Words {
    private static final String SIGN = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]";
    private static final Pattern WORD =
            Pattern.compile(SIGN + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    /** More are not compared: it would take too long. */
    private static final int MOST = 4000;

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .limit(MOST + 1L)
                .toList();
    }

    static boolean tooMany(List<String> words) {
        return words.size() > MOST;
    }
}
