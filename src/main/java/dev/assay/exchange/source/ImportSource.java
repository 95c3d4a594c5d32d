package dev.assay.exchange.source;

import java.io.Reader;

/**
 * Something to import.
 *
 * @param file how messages name it
 * @param content its text
 * @param name the name that its prompts and datasets begin with, such as the file's without its ending
 * @param neighbours the files it may refer to
 */
public record ImportSource(String file, SourceText content, String name, Neighbours neighbours) {
    private static final int HEAD = 20_000;

    /** A source whose text is in memory. */
    public ImportSource(String file, String text, String name, Neighbours neighbours) {
        this(file, SourceText.of(text), name, neighbours);
    }

    /** Text that lies in no file. */
    public static ImportSource pasted(String text, String name) {
        return new ImportSource("pasted text", text, name, Neighbours.NONE);
    }

    /** The same with another text, as for a file that this one refers to. */
    public ImportSource with(String otherFile, String otherText, String otherName) {
        return new ImportSource(otherFile, otherText, otherName, neighbours);
    }

    /** The same for prompts and datasets of another name. */
    public ImportSource named(String otherName) {
        return new ImportSource(file, content, otherName, neighbours);
    }

    /** The same, its reading watched. */
    public ImportSource watched(Progress progress) {
        return new ImportSource(file, new WatchedText(content, progress), name, neighbours);
    }

    /** Its whole text; throws {@link dev.assay.llm.InputException} where it is too large to be held. */
    public String text() {
        return content.all();
    }

    /** How its text begins. */
    public String head() {
        return content.head(HEAD);
    }

    /** Reads its text from its beginning. */
    public Reader open() {
        return content.open();
    }
}
