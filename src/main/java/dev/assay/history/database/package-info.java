/** The database of the history: its file, who may use it when, its tables, and its care. */
@NullMarked
package dev.assay.history.database;

import org.jspecify.annotations.NullMarked;
