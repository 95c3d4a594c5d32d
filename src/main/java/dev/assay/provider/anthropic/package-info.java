/** Anthropic's messages protocol. */
@NullMarked
package dev.assay.provider.anthropic;

import org.jspecify.annotations.NullMarked;
