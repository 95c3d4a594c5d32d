/** Runs the revisions of a prompt to find the commit at which its score fell. */
@NullMarked
package dev.assay.workbench.bisect;

import org.jspecify.annotations.NullMarked;
