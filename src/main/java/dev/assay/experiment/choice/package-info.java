/** Which model to take, by what earlier answers of each were worth, cost and took. */
@NullMarked
package dev.assay.experiment.choice;

import org.jspecify.annotations.NullMarked;
