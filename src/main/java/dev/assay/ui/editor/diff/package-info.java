/** Shows what differs between two texts, side by side or in one column. */
@NullMarked
package dev.assay.ui.editor.diff;

import org.jspecify.annotations.NullMarked;
