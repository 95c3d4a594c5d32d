/** The screen of single calls: finding them, reading them, marking them, and taking them back to the desk. */
@NullMarked
package dev.assay.ui.calls;

import org.jspecify.annotations.NullMarked;
