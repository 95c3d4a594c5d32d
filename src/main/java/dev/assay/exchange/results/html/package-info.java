/** A run as one HTML page that needs nothing else. */
@NullMarked
package dev.assay.exchange.results.html;

import org.jspecify.annotations.NullMarked;
