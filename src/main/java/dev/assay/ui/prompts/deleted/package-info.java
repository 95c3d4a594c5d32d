/** Brings back prompts that commits deleted. */
@NullMarked
package dev.assay.ui.prompts.deleted;

import org.jspecify.annotations.NullMarked;
