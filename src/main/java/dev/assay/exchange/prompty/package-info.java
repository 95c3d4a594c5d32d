/** Prompty files, both versions. */
@NullMarked
package dev.assay.exchange.prompty;

import org.jspecify.annotations.NullMarked;
