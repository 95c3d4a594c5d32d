/** Ollama's native chat protocol. */
@NullMarked
package dev.assay.provider.ollama;

import org.jspecify.annotations.NullMarked;
