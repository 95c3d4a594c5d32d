/** The prompt that is open: its text, its file, and what becomes of edits that are not saved. */
@NullMarked
package dev.assay.ui.prompts.document;

import org.jspecify.annotations.NullMarked;
