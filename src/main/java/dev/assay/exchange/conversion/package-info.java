/** What importers and exporters take, give and report. */
@NullMarked
package dev.assay.exchange.conversion;

import org.jspecify.annotations.NullMarked;
