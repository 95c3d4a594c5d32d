/** Several judgements of one answer: by several models, or by one model several times. */
@NullMarked
package dev.assay.judge.jury;

import org.jspecify.annotations.NullMarked;
