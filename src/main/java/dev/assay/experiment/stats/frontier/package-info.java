/** Cost against quality: which variants nothing beats, and the cheapest that is good enough. */
@NullMarked
package dev.assay.experiment.stats.frontier;

import org.jspecify.annotations.NullMarked;
