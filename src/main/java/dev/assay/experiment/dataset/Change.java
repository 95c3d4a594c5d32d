package dev.assay.experiment.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of editing that can be taken back. */
sealed interface Change {

    /**
     * Rows in the place of others.
     *
     * @param at where they begin
     * @param before what was there
     * @param after what is there now
     */
    record Rows(int at, List<Row> before, List<Row> after) implements Change {
        public Rows {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** The names in the place of others. */
    record Names(
            List<String> before,
            List<String> after,
            @Nullable Row headerBefore,
            @Nullable Row headerAfter) implements Change {
        public Names {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Several steps that are one to the user, in the order in which they were made. */
    record All(List<Change> changes) implements Change {
        public All {
            changes = List.copyOf(changes);
        }
    }
}
