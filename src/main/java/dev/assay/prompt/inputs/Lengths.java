package dev.assay.prompt.inputs;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks how long texts and lists are, and which pattern a text has. */
final class Lengths {
    /** Far more than an honest pattern needs; one from a stranger must not be able to hang the program. */
    private static final int MOST_LOOKS = 1_000_000;

    private final int[] looks = new int[1];

    void text(Map<?, ?> schema, CharSequence text, Consumer<String> faults) {
        int length = Character.codePointCount(text, 0, text.length());
        between(schema.get("minLength"), schema.get("maxLength"), length, "character", faults);
        if (schema.get("pattern") instanceof String pattern && !matches(pattern, text)) {
            faults.accept("must match the pattern " + pattern + ", but is " + SchemaTypes.given(text));
        }
    }

    static void list(Map<?, ?> schema, List<?> list, Consumer<String> faults) {
        between(schema.get("minItems"), schema.get("maxItems"), list.size(), "element", faults);
    }

    private static void between(
            @Nullable Object least, @Nullable Object most, int length, String unit, Consumer<String> faults) {
        if (least instanceof Number number && length < number.doubleValue()) {
            faults.accept("must have at least " + counted(number, unit) + ", not " + length);
        }
        if (most instanceof Number number && length > number.doubleValue()) {
            faults.accept("must have at most " + counted(number, unit) + ", not " + length);
        }
    }

    private static String counted(Number number, String unit) {
        return number + " " + unit + (number.doubleValue() == 1 ? "" : "s");
    }

    /** A pattern that cannot be read here, or takes too long with all texts together, refuses nothing. */
    private boolean matches(String pattern, CharSequence text) {
        try {
            return Pattern.compile(pattern).matcher(new Watched(text, looks)).find();
        } catch (PatternSyntaxException | TooManyLooks | StackOverflowError e) {
            return true;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Text that counts how often it is looked at. */
    private record Watched(CharSequence text, int[] looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
