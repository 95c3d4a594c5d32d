/** Answers a reader's questions about a place: where is it defined, what is it, what belongs together. */
@NullMarked
package dev.assay.prompt.assist.reading;

import org.jspecify.annotations.NullMarked;
