/** What stands at a place of a prompt's text, also while the text is broken: names, blocks, folds, definitions, hover. */
@NullMarked
package dev.assay.prompt.assist;

import org.jspecify.annotations.NullMarked;
