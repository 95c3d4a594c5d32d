package dev.assay.cli.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that users name on the command line. */
public final class InputFile {
    private static final long LARGEST = 10L << 20;

    private InputFile() {}

    /**
     * The text of a file.
     *
     * @param name as the user wrote it, from the folder that the command was started in
     * @throws InputException where it is no file, too large or not readable text
     */
    public static String text(Session session, String name) {
        Path path = session.path(name);
        try {
            // A pipe would keep us waiting, and a device would never end.
            if (!Files.isRegularFile(path)) {
                throw unreadable(name);
            }
            if (Files.size(path) > LARGEST) {
                throw new InputException(name + " is too large: it has " + (Files.size(path) >> 20) + " MB, at most "
                        + (LARGEST >> 20) + " MB are read");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    /**
     * What a file of JSON says.
     *
     * @param what it is to be, for messages: {@code a JSON object of values}
     * @throws InputException naming file and line where it does not say such a thing
     */
    public static <T> T json(Session session, String name, TypeReference<T> type, String what) {
        String text = text(session, name);
        try {
            T value = JsonMapper.builder().build().readValue(text, type);
            if (value == null) {
                throw new InputException(new SourceLocation(name, 1, 1), "This is not " + what + ": it is null");
            }
            return value;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new InputException(
                    new SourceLocation(
                            name, place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr()),
                    "This is not " + what + ": " + e.getOriginalMessage());
        }
    }

    private static InputException unreadable(String name) {
        return new InputException("Cannot read " + name + ": it must be a readable file of text");
    }
}
