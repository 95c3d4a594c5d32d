/** Joins two texts that grew from a common one. */
@NullMarked
package dev.assay.registry.merge;

import org.jspecify.annotations.NullMarked;
