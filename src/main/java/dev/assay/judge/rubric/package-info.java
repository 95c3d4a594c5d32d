/** Has language models judge by rubrics. */
@NullMarked
package dev.assay.judge.rubric;

import org.jspecify.annotations.NullMarked;
