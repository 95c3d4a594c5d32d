/** Unsaved text of prompts, kept against a crash and offered again. */
@NullMarked
package dev.assay.ui.prompts.draft;

import org.jspecify.annotations.NullMarked;
