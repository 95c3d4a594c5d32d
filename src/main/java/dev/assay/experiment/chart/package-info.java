/** The geometry of the charts of a comparison, drawn by nobody here: bins, ticks, scales, points and whiskers. */
@NullMarked
package dev.assay.experiment.chart;

import org.jspecify.annotations.NullMarked;
