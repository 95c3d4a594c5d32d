package dev.assay.prompt.assist.completion;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Decides which names fit what has been typed, and in which order. */
final class Ranking {
    private static final int NONE = 9;

    private Ranking() {}

    /** Those that fit, best first; those that fit equally well stay in order. */
    static List<Candidate> sort(List<Candidate> candidates, String typed) {
        return candidates.stream()
                .filter(candidate -> grade(candidate.label(), typed) < NONE)
                .sorted(Comparator.comparingInt(candidate -> grade(candidate.label(), typed)))
                .toList();
    }

    /** 0 for the name itself, then: its beginning, that in another case, the beginning of a word in it, letters of it. */
    static int grade(String name, String typed) {
        int base = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf('/')) + 1;
        if (base > 0 && name.startsWith(typed.substring(0, base))) {
            return gradeWord(name.substring(base), typed.substring(base));
        }
        return gradeWord(name.startsWith("#") && !typed.startsWith("#") ? name.substring(1) : name, typed);
    }

    private static int gradeWord(String bare, String typed) {
        if (typed.isEmpty()) {
            return 1;
        }
        if (bare.equals(typed)) {
            return 0;
        }
        if (bare.startsWith(typed)) {
            return 1;
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT);
        if (lower.startsWith(wanted)) {
            return 2;
        }
        int found = lower.indexOf(wanted);
        if (found >= 0) {
            return startsWord(bare, found) ? 3 : 4;
        }
        return isSubsequence(lower, wanted) ? 5 : NONE;
    }

    private static boolean startsWord(String name, int at) {
        char before = name.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(before);
    }

    private static boolean isSubsequence(String name, String typed) {
        int at = 0;
        for (int i = 0; i < name.length() && at < typed.length(); i++) {
            if (name.charAt(i) == typed.charAt(at)) {
                at++;
            }
        }
        return at == typed.length() && !name.isEmpty() && name.charAt(0) == typed.charAt(0);
    }
}
