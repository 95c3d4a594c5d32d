/** What cases themselves assert of their answers. */
@NullMarked
package dev.assay.judge.expectation;

import org.jspecify.annotations.NullMarked;
