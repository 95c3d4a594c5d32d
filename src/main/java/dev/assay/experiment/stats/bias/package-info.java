/** What sways a judge besides quality: where an answer stands, and how long it is. */
@NullMarked
package dev.assay.experiment.stats.bias;

import org.jspecify.annotations.NullMarked;
