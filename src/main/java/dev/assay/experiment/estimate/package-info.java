/** What a comparison would cost, told before it runs. */
@NullMarked
package dev.assay.experiment.estimate;

import org.jspecify.annotations.NullMarked;
