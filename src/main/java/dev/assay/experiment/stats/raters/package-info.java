/** How far people agree with each other, and a judge with them, as far as their votes can tell. */
@NullMarked
package dev.assay.experiment.stats.raters;

import org.jspecify.annotations.NullMarked;
