/** Remembers every call of every run in a local database. */
@NullMarked
package dev.assay.history;

import org.jspecify.annotations.NullMarked;
