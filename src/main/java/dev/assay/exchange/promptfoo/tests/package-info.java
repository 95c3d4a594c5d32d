/** promptfoo's tests, in YAML, JSON, JSONL and CSV, as cases of a dataset. */
@NullMarked
package dev.assay.exchange.promptfoo.tests;

import org.jspecify.annotations.NullMarked;
