/** Single calls of the history for other programs: JSON lines and CSV. */
@NullMarked
package dev.assay.exchange.calls;

import org.jspecify.annotations.NullMarked;
