/** Tells beside the text which commit brought each line. */
@NullMarked
package dev.assay.ui.prompts.blame;

import org.jspecify.annotations.NullMarked;
