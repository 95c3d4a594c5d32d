/** Preferences between two variants, counted and tested. */
@NullMarked
package dev.assay.experiment.stats.preference;

import org.jspecify.annotations.NullMarked;
