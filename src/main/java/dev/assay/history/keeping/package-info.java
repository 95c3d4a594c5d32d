/** Keeps the history whole and small: backups, checks, and letting go of what is old. */
@NullMarked
package dev.assay.history.keeping;

import org.jspecify.annotations.NullMarked;
