/** Finds words in the names and texts of all prompts. */
@NullMarked
package dev.assay.registry.search;

import org.jspecify.annotations.NullMarked;
