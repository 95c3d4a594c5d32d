/** The vocabulary of a language-model call and the one interface that every provider implements. */
@NullMarked
package dev.assay.llm;

import org.jspecify.annotations.NullMarked;
