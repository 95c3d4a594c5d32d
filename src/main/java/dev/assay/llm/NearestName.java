package dev.assay.llm;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant, for the mend that a message ends with. */
public final class NearestName {
    private static final int LONGEST = 60;

    private NearestName() {}

    /** {@code ; did you mean X?}, or nothing where no known name is near. */
    public static String hint(String written, Collection<String> known) {
        return find(written, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** The known name with the fewest typing mistakes between, where there are few for its length. */
    public static Optional<String> find(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> isNear(written, name))
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    private static boolean isNear(String written, String name) {
        int allowed = Math.max(1, Math.min(written.length(), name.length()) / 3);
        return Math.abs(written.length() - name.length()) <= allowed && distance(written, name) <= allowed;
    }

    /** How many letters are missing, too many, wrong or swapped with their neighbour, upper and lower case alike. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = row[j - 1] + (same(a, i, b, j) ? 0 : 1);
                next[j] = Math.min(replaced, Math.min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && same(a, i, b, j - 1) && same(a, i - 1, b, j)) {
                    next[j] = Math.min(next[j], above[j - 2] + 1);
                }
            }
            above = row;
            row = next;
        }
        return row[b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    }
}
