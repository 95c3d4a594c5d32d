/** Langfuse's prompts as its API gives them. */
@NullMarked
package dev.assay.exchange.langfuse;

import org.jspecify.annotations.NullMarked;
