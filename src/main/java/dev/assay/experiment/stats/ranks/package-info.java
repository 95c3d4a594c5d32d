/** Tests that assume less than the t test, as a second opinion on it. */
@NullMarked
package dev.assay.experiment.stats.ranks;

import org.jspecify.annotations.NullMarked;
