/** The settings of a prompt as a form beside its text; both always say the same. */
@NullMarked
package dev.assay.ui.prompts.form;

import org.jspecify.annotations.NullMarked;
