/** Cohere's chat protocol, version 2. */
@NullMarked
package dev.assay.provider.cohere;

import org.jspecify.annotations.NullMarked;
