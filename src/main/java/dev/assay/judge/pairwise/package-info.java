/** Judging two answers against each other, in both orders. */
@NullMarked
package dev.assay.judge.pairwise;

import org.jspecify.annotations.NullMarked;
