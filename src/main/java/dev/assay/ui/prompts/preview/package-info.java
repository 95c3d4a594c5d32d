/** What a prompt would send, what that costs on each chosen model, and the answer when it is tried. */
@NullMarked
package dev.assay.ui.prompts.preview;

import org.jspecify.annotations.NullMarked;
