/** The prompts of a workspace: browse, edit, preview, try, see their history and commit them. */
@NullMarked
package dev.assay.ui.prompts;

import org.jspecify.annotations.NullMarked;
