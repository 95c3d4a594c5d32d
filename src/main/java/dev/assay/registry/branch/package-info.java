/** Branches, tags and stashes, as git has them. */
@NullMarked
package dev.assay.registry.branch;

import org.jspecify.annotations.NullMarked;
