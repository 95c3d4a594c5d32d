/** Finds the question asked before that asks almost the same as another, by the vectors of both. */
@NullMarked
package dev.assay.provider.similar;

import org.jspecify.annotations.NullMarked;
