/** The window itself: it opens the workspace, wires the screens and moves between them. */
@NullMarked
package dev.assay.ui.shell;

import org.jspecify.annotations.NullMarked;
