/** Scores answers, and leaves them unscored rather than guess. */
@NullMarked
package dev.assay.judge;

import org.jspecify.annotations.NullMarked;
