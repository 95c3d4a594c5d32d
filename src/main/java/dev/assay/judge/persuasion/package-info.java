/** Answers that speak to their judge: known, undone, and tried out on a judge. */
@NullMarked
package dev.assay.judge.persuasion;

import org.jspecify.annotations.NullMarked;
