/** Rules about the text of an answer. */
@NullMarked
package dev.assay.judge.assertion;

import org.jspecify.annotations.NullMarked;
