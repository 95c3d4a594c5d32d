/** LangChain's serialised prompts, as LangSmith keeps them. */
@NullMarked
package dev.assay.exchange.langchain;

import org.jspecify.annotations.NullMarked;
