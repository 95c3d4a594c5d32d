package dev.assay.judge.type;

import dev.assay.judge.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that an answer is compared with: those of the settings, else the case's.
 *
 * @param literal the texts of the setting {@code value}; empty where the case has them
 * @param from {@code expected}, or the name of an input of the case
 */
public record Wanted(List<String> literal, String from) {
    private static final String VALUE = "value";
    private static final String FROM = "from";
    private static final String EXPECTED = "expected";

    /** The settings to declare. */
    public static final Setting[] SETTINGS = {
        new Setting(
                VALUE, "a text or a list", "What the answer is compared with. Default: the case's expected answer."),
        new Setting(FROM, "expected or the name of an input", "Where the case holds it. Default: expected.")
    };

    /** Reads the settings. */
    public static Wanted of(Settings settings) {
        if (settings.has(VALUE) && settings.has(FROM)) {
            throw settings.wrong("give 'value' or 'from', not both");
        }
        return new Wanted(settings.texts(VALUE), settings.text(FROM).orElse(EXPECTED));
    }

    /** The texts for a case; empty where it has none. */
    public List<String> of(Judgement judgement) {
        if (!literal.isEmpty()) {
            return literal;
        }
        @Nullable
        Object value = from.equals(EXPECTED)
                ? judgement.expected()
                : judgement.inputs().get(from);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /** What is found where a case has no text. */
    public Finding missing() {
        return new Finding.NotMeasured(
                from.equals(EXPECTED)
                        ? "the case has no expected answer to compare with: add one to the dataset, or set 'value'"
                        : "the case has no input '" + from + "' to compare with");
    }
}
