/** The template languages of other tools: each with its parser, its own evaluator, and the way to and from ours. */
@NullMarked
package dev.assay.exchange.syntax;

import org.jspecify.annotations.NullMarked;
