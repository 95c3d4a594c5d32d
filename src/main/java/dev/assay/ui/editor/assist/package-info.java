/** What the editor offers at the caret and under the mouse: completion, quick fixes, hover, the way to a definition. */
@NullMarked
package dev.assay.ui.editor.assist;

import org.jspecify.annotations.NullMarked;
