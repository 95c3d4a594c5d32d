package dev.assay.exchange.source;

import dev.assay.registry.git.WorkspacePaths;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Turns whatever another tool calls a thing into a name that files may have. */
public final class SafeName {
    private static final int LONGEST_PART = 80;
    private static final int MOST_PARTS = 6;

    private SafeName() {}

    /**
     * A name made of letters, digits, {@code -}, {@code _} and {@code .}, with {@code /} between folders.
     *
     * @param otherwise used where nothing of the text can stay; a proper name
     */
    public static String of(String text, String otherwise) {
        List<String> parts = new ArrayList<>();
        for (String part : text.replace('\\', '/').split("/", -1)) {
            String safe = part(part);
            if (!safe.isEmpty() && parts.size() < MOST_PARTS) {
                parts.add(safe);
            }
        }
        String name = String.join("/", parts);
        return !name.isEmpty() && WorkspacePaths.isName(name) ? name : otherwise;
    }

    private static String part(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-")
                .replaceAll("^[.\\-]+|[.\\-]+$", "");
        return plain.substring(
                        0, plain.offsetByCodePoints(0, Math.min(LONGEST_PART, plain.codePointCount(0, plain.length()))))
                .replaceAll("[.\\-]+$", "");
    }

    /** The name itself, or with a number after it the first one that is not taken; capitals do not tell names apart. */
    public static String free(String name, Predicate<String> taken) {
        String candidate = name;
        for (int number = 2; taken.test(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }

    /** A file's name without folders and its last ending. */
    public static String ofFile(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return of(dot > 0 ? last.substring(0, dot) : last, "imported").toLowerCase(Locale.ROOT);
    }
}
