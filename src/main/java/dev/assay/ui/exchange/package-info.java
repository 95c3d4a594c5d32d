/** Dialogs that bring prompts and cases of other tools in and hand them out. */
@NullMarked
package dev.assay.ui.exchange;

import org.jspecify.annotations.NullMarked;
