package dev.assay.experiment.choice;

import dev.assay.llm.InputException;
import java.util.Locale;

/** How hard a task is. */
public enum Complexity {
    SIMPLE,
    MEDIUM,
    COMPLEX;

    /** By its name in any case; throws {@link InputException} where there is none. */
    public static Complexity of(String name) {
        for (Complexity one : values()) {
            if (one.word().equals(name.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new InputException("'" + name + "' is no complexity: write simple, medium or complex");
    }

    /** Its name as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
