/** What protocols offer beside chat: lists of models, embeddings, moderation, token counts, batches. */
@NullMarked
package dev.assay.provider.endpoint;

import org.jspecify.annotations.NullMarked;
