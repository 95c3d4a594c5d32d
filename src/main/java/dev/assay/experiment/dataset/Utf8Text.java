package dev.assay.experiment.dataset;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a file of cases says.
 *
 * @param text its text without byte order mark
 * @param marked whether it begins with one
 */
public record Utf8Text(String text, boolean marked) {
    private static final long LARGEST = 100L << 20;
    private static final String MARK = "\uFEFF";

    /**
     * Reads a file as a whole.
     *
     * @throws InputException where it is absent, larger than 100 MB, binary or not UTF-8; names line and column
     * @throws StorageException where the disk fails
     */
    public static Utf8Text read(Path file) {
        String text = decode(file, bytesOf(file));
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new InputException(
                    at(file, text.substring(0, zero)),
                    "This is no text: the file is binary, or UTF-16. Save it as UTF-8 and try again");
        }
        return text.startsWith(MARK) ? new Utf8Text(text.substring(1), true) : new Utf8Text(text, false);
    }

    /** The text as its file has it. */
    public String whole() {
        return marked ? MARK + text : text;
    }

    private static String decode(Path file, byte[] bytes) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            throw new InputException(
                    at(file, text), "The file is not UTF-8 from here on: save it as UTF-8 and try again");
        }
        return text;
    }

    private static byte[] bytesOf(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException("The dataset " + file + " has " + (Files.size(file) >> 20)
                        + " MB, more than the " + (LARGEST >> 20) + " MB that are read: split it");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException("There is no dataset file " + file);
        } catch (IOException e) {
            throw new StorageException("Cannot read dataset file " + file + ": " + e.getMessage(), e);
        }
    }

    /** The place that a beginning of the file leads to. */
    private static SourceLocation at(Path file, String before) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new SourceLocation(file.toString(), line, before.length() - before.lastIndexOf('\n'));
    }
}
