/** What every exporter takes and gives. */
@NullMarked
package dev.assay.exchange.exporting;

import org.jspecify.annotations.NullMarked;
