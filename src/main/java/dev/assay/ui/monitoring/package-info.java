/** The screen that shows what all calls took: figures, charts by day, and tables that lead further down. */
@NullMarked
package dev.assay.ui.monitoring;

import org.jspecify.annotations.NullMarked;
