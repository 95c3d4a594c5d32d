/** OpenAI chat completions, the protocol that most servers speak. */
@NullMarked
package dev.assay.provider.openai;

import org.jspecify.annotations.NullMarked;
