/** The subset of Jinja2 and Nunjucks that prompts use: parser, evaluator, and the way to our templates. */
@NullMarked
package dev.assay.exchange.jinja;

import org.jspecify.annotations.NullMarked;
