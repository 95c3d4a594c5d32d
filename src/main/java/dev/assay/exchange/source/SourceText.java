package dev.assay.exchange.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** The text of something to import, without byte order mark. It may be read several times. */
public interface SourceText {

    /** A text in memory. */
    static SourceText of(String text) {
        return new SourceText() {
            @Override
            public Reader open() {
                return new StringReader(text);
            }

            @Override
            public String all() {
                return text;
            }

            @Override
            public long size() {
                return text.length();
            }
        };
    }

    /** Reads it from its beginning; throws {@link dev.assay.llm.InputException} at what is not UTF-8. */
    Reader open();

    /** All of it; throws {@link dev.assay.llm.InputException} where it is too large to be held. */
    String all();

    /** About how many characters it has; never less than it has. */
    long size();

    /** Its first characters, at most as many. */
    default String head(int most) {
        char[] characters = new char[(int) Math.min(most, size())];
        try (Reader reader = open()) {
            int read = 0;
            while (read < characters.length) {
                int more = reader.read(characters, read, characters.length - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            return new String(characters, 0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
