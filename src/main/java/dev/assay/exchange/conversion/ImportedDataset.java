package dev.assay.exchange.conversion;

/**
 * A dataset to write.
 *
 * @param name a proper name, as {@link dev.assay.exchange.source.SafeName} makes it, without ending
 * @param ending {@code csv} or {@code jsonl}
 * @param content the text of the file
 * @param cases how many cases it has
 */
public record ImportedDataset(String name, String ending, DatasetText content, int cases) {

    /** A dataset whose text is in memory. */
    public ImportedDataset(String name, String ending, String text, int cases) {
        this(name, ending, DatasetText.of(text), cases);
    }

    /** The same under another name. */
    public ImportedDataset named(String otherName) {
        return new ImportedDataset(otherName, ending, content, cases);
    }

    /** The whole text. */
    public String text() {
        return content.all();
    }
}
