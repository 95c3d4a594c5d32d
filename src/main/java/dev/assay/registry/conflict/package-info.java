/** Merges a branch into the working copy, and holds what the user has to decide until the merge is finished or aborted. */
@NullMarked
package dev.assay.registry.conflict;

import org.jspecify.annotations.NullMarked;
