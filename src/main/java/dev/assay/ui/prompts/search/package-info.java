/** Finds prompts by their names and texts. */
@NullMarked
package dev.assay.ui.prompts.search;

import org.jspecify.annotations.NullMarked;
