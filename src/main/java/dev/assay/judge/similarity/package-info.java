/** How near an answer is to a text. */
@NullMarked
package dev.assay.judge.similarity;

import org.jspecify.annotations.NullMarked;
