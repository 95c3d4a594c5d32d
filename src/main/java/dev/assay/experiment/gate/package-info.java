/** Limits that a comparison must keep, for scripts and for charts: what passes, what fails, what cannot be told. */
@NullMarked
package dev.assay.experiment.gate;

import org.jspecify.annotations.NullMarked;
