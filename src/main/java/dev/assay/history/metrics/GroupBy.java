package dev.assay.history.metrics;

import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what calls are told apart. */
public enum GroupBy {
    PROVIDER,
    /** Provider and model together. */
    MODEL,
    /** The prompt under test, for its answers and what judges said of them; calls without one have an empty name. */
    PROMPT,
    /** {@code chat}, {@code judge} or what else a log says. */
    OPERATION,
    /** The day in UTC, as {@code 2026-11-27}. */
    DAY;

    /** The grouping of that name; throws {@link InputException} naming those there are, where there is none. */
    public static GroupBy of(String name) {
        List<String> names = Arrays.stream(values()).map(GroupBy::word).toList();
        return Arrays.stream(values())
                .filter(by -> by.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("Calls cannot be told apart by '" + name + "'"
                        + NearestName.hint(name, names) + "; there are: " + String.join(", ", names)));
    }

    /** Its name as people type it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
