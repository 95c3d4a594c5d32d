/** Edits files of cases without touching what does not change: separators, quotes, line ends and untouched rows stay. */
@NullMarked
package dev.assay.experiment.dataset;

import org.jspecify.annotations.NullMarked;
