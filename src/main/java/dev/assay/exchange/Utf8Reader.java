package dev.assay.exchange;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly: what is none is an error at its line and column. A byte order mark is skipped. */
final class Utf8Reader extends Reader {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final String file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer characters = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private boolean begun;
    private int line = 1;
    private int column = 1;

    /** @param file how messages name it */
    Utf8Reader(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!characters.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, characters.remaining());
        characters.get(buffer, offset, count);
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended |= read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, ended);
        characters.flip();
        if (!begun && characters.hasRemaining()) {
            begun = true;
            if (characters.get(characters.position()) == '\ufeff') {
                characters.get();
            }
        }
        count();
        if (result.isError()) {
            throw new InputException(
                    new SourceLocation(file, line, column),
                    "The file is not UTF-8 from here on: save it as UTF-8 and try again");
        }
    }

    private void count() {
        for (int i = characters.position(); i < characters.limit(); i++) {
            boolean end = characters.get(i) == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
