package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A settings file as text, written only where it is right. */
public final class SettingsText {
    private final Path file;
    private final String example;
    private final Consumer<String> check;

    /**
     * A file.
     *
     * @param example what to begin with where the file is not there: comments alone
     * @param check throws {@link InputException} for a text that is wrong
     */
    SettingsText(Path file, String example, Consumer<String> check) {
        this.file = file;
        this.example = example;
        this.check = check;
    }

    /** What the file is called. */
    public String name() {
        return file.getFileName().toString();
    }

    /** What the file holds, else an example of what it could. Throws {@link StorageException} where it is unreadable. */
    public String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : example;
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check that it is a readable text", e);
        }
    }

    /** Writes a text, unless it is wrong: an {@link InputException} then names the line. */
    public void write(String text) {
        check.accept(text);
        WholeFile.write(file, text);
    }
}
