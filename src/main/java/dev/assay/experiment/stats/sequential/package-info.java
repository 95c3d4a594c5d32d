/** When a run may stop: intervals that hold however often one looks, and the decision they allow. */
@NullMarked
package dev.assay.experiment.stats.sequential;

import org.jspecify.annotations.NullMarked;
