package dev.assay.exchange.conversion;

import dev.assay.exchange.source.SafeName;

/**
 * A dataset to write.
 *
 * @param name a proper name, as {@link SafeName} makes it, without ending
 * @param ending {@code csv} or {@code jsonl}
 * @param text the whole text of the file
 * @param cases how many cases it has
 */
public record ImportedDataset(String name, String ending, String text, int cases) {}
