/** The history screen: earlier runs, down to each single call. */
@NullMarked
package dev.assay.ui.runs;

import org.jspecify.annotations.NullMarked;
