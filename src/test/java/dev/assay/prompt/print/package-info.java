/** Writes a parsed prompt as text again. */
@NullMarked
package dev.assay.prompt.print;

import org.jspecify.annotations.NullMarked;
