/** Mustache: its parser, its own evaluator, and the way to and from ours. */
@NullMarked
package dev.assay.exchange.mustache;

import org.jspecify.annotations.NullMarked;
