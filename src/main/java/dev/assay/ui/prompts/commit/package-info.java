/** The dialog that commits what has changed. */
@NullMarked
package dev.assay.ui.prompts.commit;

import org.jspecify.annotations.NullMarked;
