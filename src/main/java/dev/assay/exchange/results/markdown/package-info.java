/** A run as Markdown, for a comment on a pull request. */
@NullMarked
package dev.assay.exchange.results.markdown;

import org.jspecify.annotations.NullMarked;
