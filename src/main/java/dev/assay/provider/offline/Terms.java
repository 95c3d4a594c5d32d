package dev.assay.provider.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry meaning, cut to their stems. */
final class Terms {
    private static final String IDEOGRAPH = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]";
    private static final Pattern WORD = Pattern.compile(
            IDEOGRAPH + "|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+(?:[.,:][\\p{N}]+)*");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> STOP_WORDS = Set.of(("""
            a about after again all also am an and any are aren as at be because been before being between both but by \
            can could couldn d did didn do does doesn don during each else ever few for from further had hadn has hasn \
            have haven having he her here hers him his how however i if in into is isn it its itself just ll m may me \
            might more most must my no nor not now of off on once one only or other our ours out over own per please re \
            s same shall she should so some such t than that the their them then there these they this those through to \
            too under until up us ve very was wasn we were weren what when where which while who whom why will with \
            would you your yours""").split("\\s+"));

    private Terms() {}

    /** The terms in the order of the text, repeated as often as they occur. */
    static List<String> of(String text) {
        var terms = new ArrayList<String>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            if (!STOP_WORDS.contains(words.group())) {
                terms.add(stem(words.group()));
            }
        }
        return terms;
    }

    /** The different terms, in the order of the text. */
    static Set<String> distinct(String text) {
        return new LinkedHashSet<>(of(text));
    }

    /** The different terms of a name such as {@code needsHuman} or {@code data-loss}. */
    static Set<String> ofName(String name) {
        return distinct(CAMEL.matcher(name).replaceAll(" ").replaceAll("[_-]", " "));
    }

    /** How many terms two sets share. */
    static int shared(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    /** Endings of English inflection are cut, so that "decided" and "decides" meet; other words stay as they are. */
    private static String stem(String word) {
        String stem = word;
        if (stem.endsWith("ies") && stem.length() > 4) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.endsWith("s") && stem.length() > 3 && !stem.matches(".*(ss|us|is)")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        for (String ending : List.of("ing", "ed")) {
            if (stem.endsWith(ending) && stem.length() > ending.length() + 2) {
                stem = stem.substring(0, stem.length() - ending.length());
                return stem.matches(".*([bdgmnprt])\\1") ? stem.substring(0, stem.length() - 1) : stem;
            }
        }
        return stem.endsWith("e") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
    }
}
