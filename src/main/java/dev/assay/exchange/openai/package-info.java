/** Chats as OpenAI writes them: one JSON document, or one a line. */
@NullMarked
package dev.assay.exchange.openai;

import org.jspecify.annotations.NullMarked;
