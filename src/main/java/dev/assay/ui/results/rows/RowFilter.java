package dev.assay.ui.results.rows;

import dev.assay.ui.results.Delta;
import java.util.function.Predicate;

/** Which rows are shown. */
public enum RowFilter implements Predicate<ResultRow> {
    ALL {
        @Override
        public boolean test(ResultRow row) {
            return true;
        }
    },
    /** The variants answered differently. */
    DIFFERENT {
        @Override
        public boolean test(ResultRow row) {
            return row.differs();
        }
    },
    /** Some variant scored lower than the baseline. */
    REGRESSED {
        @Override
        public boolean test(ResultRow row) {
            return row.changed(Delta.Verdict.WORSE);
        }
    },
    /** Some variant scored higher than the baseline. */
    IMPROVED {
        @Override
        public boolean test(ResultRow row) {
            return row.changed(Delta.Verdict.BETTER);
        }
    },
    /** Some variant scored below the threshold of a metric. */
    FAILED {
        @Override
        public boolean test(ResultRow row) {
            return row.failsThreshold();
        }
    },
    /** Some variant has no answer for an error. */
    ERRORS {
        @Override
        public boolean test(ResultRow row) {
            return row.hasErrors();
        }
    },
    /** There are two answers that the user has not chosen between. */
    UNVOTED {
        @Override
        public boolean test(ResultRow row) {
            return row.isUnvoted();
        }
    }
}
