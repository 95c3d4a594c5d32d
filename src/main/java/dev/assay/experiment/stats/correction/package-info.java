/** Differences that a judge measured, corrected by the votes of people. */
@NullMarked
package dev.assay.experiment.stats.correction;

import org.jspecify.annotations.NullMarked;
