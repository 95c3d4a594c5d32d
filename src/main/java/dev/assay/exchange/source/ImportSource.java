package dev.assay.exchange.source;

/**
 * Something to import.
 *
 * @param file how messages name it
 * @param text its whole text, without byte order mark
 * @param name the name that its prompts and datasets begin with, such as the file's without its ending
 * @param neighbours the files it may refer to
 */
public record ImportSource(String file, String text, String name, Neighbours neighbours) {

    /** Text that lies in no file. */
    public static ImportSource pasted(String text, String name) {
        return new ImportSource("pasted text", text, name, Neighbours.NONE);
    }

    /** The same with another text, as for a file that this one refers to. */
    public ImportSource with(String otherFile, String otherText, String otherName) {
        return new ImportSource(otherFile, otherText, otherName, neighbours);
    }
}
