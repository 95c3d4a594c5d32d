package dev.assay.exchange.conversion;

import dev.assay.exchange.source.SafeName;

/**
 * A prompt to write.
 *
 * @param name a proper prompt name, as {@link SafeName} makes it; the last part begins with {@code _} for a partial
 * @param text the whole text of the prompt file
 */
public record ImportedPrompt(String name, String text) {}
