/** Joins two trees of files that grew from a common one, renamed files included. */
@NullMarked
package dev.assay.registry.merge.tree;

import org.jspecify.annotations.NullMarked;
