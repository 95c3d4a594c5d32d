/** A built-in model that needs no key and no network: it picks sentences, it does not think. */
@NullMarked
package dev.assay.provider.offline;

import org.jspecify.annotations.NullMarked;
