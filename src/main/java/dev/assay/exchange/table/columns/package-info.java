/** What the columns of a table become: guessed by name, or written on a command line. */
@NullMarked
package dev.assay.exchange.table.columns;

import org.jspecify.annotations.NullMarked;
