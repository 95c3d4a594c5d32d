/** What blind votes of people say of two variants. */
@NullMarked
package dev.assay.experiment.votes;

import org.jspecify.annotations.NullMarked;
