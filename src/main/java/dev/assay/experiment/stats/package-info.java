/** The statistics behind verdicts: tests, intervals and agreement, each from its published formula. */
@NullMarked
package dev.assay.experiment.stats;

import org.jspecify.annotations.NullMarked;
