/** Comparisons that are saved as files in the workspace, to be run again as they are. */
@NullMarked
package dev.assay.workbench.experiments;

import org.jspecify.annotations.NullMarked;
