/** Blind votes: two answers to a case side by side, without a word of whose they are. */
@NullMarked
package dev.assay.ui.voting;

import org.jspecify.annotations.NullMarked;
