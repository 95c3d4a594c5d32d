/** Judges of the user's own: rubrics that a workspace keeps as files. */
@NullMarked
package dev.assay.workbench.judges;

import org.jspecify.annotations.NullMarked;
