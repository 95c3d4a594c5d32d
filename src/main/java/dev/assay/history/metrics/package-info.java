/** What all calls together took: counts, tokens, cost, time and errors, by provider, model, prompt, operation or day. */
@NullMarked
package dev.assay.history.metrics;

import org.jspecify.annotations.NullMarked;
