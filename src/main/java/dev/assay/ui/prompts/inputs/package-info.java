/** The form with the variables of a prompt, typed by its schema and filled by hand or from the cases of a dataset. */
@NullMarked
package dev.assay.ui.prompts.inputs;

import org.jspecify.annotations.NullMarked;
