package dev.assay.ui.prompts.inputs;

import dev.assay.experiment.TestCase;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A case in one line: its number and the beginning of its first value. */
final class CaseText extends StringConverter<TestCase> {
    private static final int LENGTH = 40;

    @Override
    public String toString(@Nullable TestCase shown) {
        if (shown == null) {
            return "";
        }
        String first = shown.inputs().values().stream()
                .map(String::valueOf)
                .findFirst()
                .orElse("");
        String line = first.strip().replaceAll("\\s+", " ");
        return (shown.index() + 1) + "  " + (line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "\u2026");
    }

    @Override
    public TestCase fromString(String text) {
        throw new UnsupportedOperationException("Cases are not typed in");
    }
}
