/** What every report of a run says: its figures, cautions, gates and the cases to look at. */
@NullMarked
package dev.assay.exchange.results.content;

import org.jspecify.annotations.NullMarked;
