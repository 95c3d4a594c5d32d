/** {@code assay stats}: the statistics of verdicts for scripts. */
@NullMarked
package dev.assay.cli.stats;

import org.jspecify.annotations.NullMarked;
