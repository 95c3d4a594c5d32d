/** How far providers are with the batches of a run, and how often they are asked. */
@NullMarked
package dev.assay.experiment.batch;

import org.jspecify.annotations.NullMarked;
