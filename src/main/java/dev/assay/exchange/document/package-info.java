/** Reads YAML and JSON of strangers with the place of every value, within limits, and writes YAML. */
@NullMarked
package dev.assay.exchange.document;

import org.jspecify.annotations.NullMarked;
