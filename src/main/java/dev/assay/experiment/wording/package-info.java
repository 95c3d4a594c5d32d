/** How findings are put into plain words: figures as sentences show them, and clauses that several sentences share. */
@NullMarked
package dev.assay.experiment.wording;

import org.jspecify.annotations.NullMarked;
