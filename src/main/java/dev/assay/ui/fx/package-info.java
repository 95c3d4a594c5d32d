/** What every screen needs of JavaFX: loading views, threads, texts, theme and dialogs. */
@NullMarked
package dev.assay.ui.fx;

import org.jspecify.annotations.NullMarked;
