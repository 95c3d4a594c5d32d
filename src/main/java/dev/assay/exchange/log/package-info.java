/** Reads the logs that other programs keep of their calls to models. */
@NullMarked
package dev.assay.exchange.log;

import org.jspecify.annotations.NullMarked;
