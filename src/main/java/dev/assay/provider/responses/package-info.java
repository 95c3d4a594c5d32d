/** OpenAI responses, the protocol of OpenAI's newer models; hosts are told apart as in chat completions. */
@NullMarked
package dev.assay.provider.responses;

import org.jspecify.annotations.NullMarked;
