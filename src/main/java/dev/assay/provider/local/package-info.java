/** Embeddings that are made on this machine, by a small model that comes with Assay. */
@NullMarked
package dev.assay.provider.local;

import org.jspecify.annotations.NullMarked;
