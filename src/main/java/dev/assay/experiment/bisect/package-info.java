/** Finds the change of a prompt at which its score fell. */
@NullMarked
package dev.assay.experiment.bisect;

import org.jspecify.annotations.NullMarked;
