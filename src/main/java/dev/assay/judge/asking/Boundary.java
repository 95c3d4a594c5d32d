package dev.assay.judge.asking;

import dev.assay.judge.Judgement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The mark around the texts of a judgement. It is drawn from the texts themselves, so that the same judgement is the
 * same request and can be answered from a cache, and no text can hold it: that text would have to hold its own digest.
 */
public final class Boundary {
    private static final int BYTES = 8;

    private Boundary() {}

    /** Sixteen hexadecimal digits. */
    public static String of(Judgement judgement) {
        MessageDigest digest = sha256();
        add(digest, judgement.task());
        add(digest, judgement.expected() == null ? "" : judgement.expected());
        add(digest, judgement.output());
        String baseline = judgement.baseline();
        if (baseline != null) {
            add(digest, baseline);
        }
        judgement.inputs().forEach((name, value) -> {
            add(digest, name);
            add(digest, String.valueOf(value));
        });
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text.length() + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
