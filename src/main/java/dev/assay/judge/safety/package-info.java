/** Judges whether answers could do harm. */
@NullMarked
package dev.assay.judge.safety;

import org.jspecify.annotations.NullMarked;
