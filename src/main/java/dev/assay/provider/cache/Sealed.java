package dev.assay.provider.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Texts that carry their own digest, so that a damaged one is known. */
final class Sealed {
    private Sealed() {}

    static String seal(String text) {
        return digest(text) + "\n" + text;
    }

    /** The text; empty where it is not what was sealed. */
    static Optional<String> open(String sealed) {
        int end = sealed.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        String text = sealed.substring(end + 1);
        return sealed.substring(0, end).equals(digest(text)) ? Optional.of(text) : Optional.empty();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
