/** Two texts joined by the user: each conflict with its answer. */
@NullMarked
package dev.assay.ui.editor.merge;

import org.jspecify.annotations.NullMarked;
