/** Edits that mend what is wrong with a prompt. */
@NullMarked
package dev.assay.prompt.assist.mend;

import org.jspecify.annotations.NullMarked;
