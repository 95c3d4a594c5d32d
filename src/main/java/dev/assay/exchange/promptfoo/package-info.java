/** Promptfoo's configuration and test files. */
@NullMarked
package dev.assay.exchange.promptfoo;

import org.jspecify.annotations.NullMarked;
