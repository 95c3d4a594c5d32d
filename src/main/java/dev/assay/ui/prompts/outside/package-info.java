/** What is done about a file that another program has changed while its prompt is edited. */
@NullMarked
package dev.assay.ui.prompts.outside;

import org.jspecify.annotations.NullMarked;
