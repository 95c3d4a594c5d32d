/** What may be written at a place of a prompt's text. */
@NullMarked
package dev.assay.prompt.assist.completion;

import org.jspecify.annotations.NullMarked;
