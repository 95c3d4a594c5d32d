package dev.assay.registry.git;

import dev.assay.llm.InputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text and back: UTF-8 only, up to a limit, and nothing replaced on the way. */
public final class PromptText {
    /** The most bytes a prompt may have: far beyond any context window. */
    public static final int LIMIT = 1 << 20;

    private PromptText() {}

    /** The text of a file; throws {@link InputException} naming it where it is no UTF-8. */
    public static String decode(String file, byte[] bytes) {
        requireSize(file, bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
            throw new InputException(
                    file + ":" + line + ": byte " + in.position() + " is not UTF-8: save the file as UTF-8");
        }
        return out.flip().toString();
    }

    /** The bytes to write; throws {@link InputException} where the text cannot be written as UTF-8. */
    public static byte[] encode(String file, String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            requireSize(file, bytes.remaining());
            byte[] result = new byte[bytes.remaining()];
            bytes.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw new InputException(file + " holds half a character (a lone surrogate): remove it and save again");
        }
    }

    public static void requireSize(String file, long bytes) {
        if (bytes > LIMIT) {
            throw new InputException(file + " has " + bytes + " bytes, more than the " + LIMIT
                    + " (1 MiB) that a prompt may have: shorten it, or pass the text in as a variable");
        }
    }
}
