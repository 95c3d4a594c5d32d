package dev.assay.settings.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A text behind a passphrase: AES-256-GCM with a key from PBKDF2, salt and nonce new at every sealing. */
final class SealedText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DERIVATION = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SealedText() {}

    /** The passphrase is another one, or the text was changed. */
    static final class WrongPassphrase extends Exception {
        private static final long serialVersionUID = 1;

        WrongPassphrase(Throwable cause) {
            super("the passphrase does not open it", cause);
        }
    }

    static byte[] seal(String text, char[] passphrase) throws IOException {
        var random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] data = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce, ITERATIONS)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("format", 1)
                    .put("derivation", DERIVATION)
                    .put("iterations", ITERATIONS)
                    .put("salt", salt)
                    .put("nonce", nonce)
                    .put("data", data));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
        }
    }

    static String open(byte[] sealed, char[] passphrase) throws IOException, WrongPassphrase {
        JsonNode parts = JSON.readTree(sealed);
        int iterations = parts.path("iterations").asInt();
        if (parts.path("format").asInt() != 1 || iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IOException("it is not a file of keys that this version reads");
        }
        byte[] salt = parts.path("salt").binaryValue();
        byte[] nonce = parts.path("nonce").binaryValue();
        byte[] data = parts.path("data").binaryValue();
        if (salt == null || salt.length == 0 || nonce == null || nonce.length != NONCE_BYTES || data == null) {
            throw new IOException("it is damaged");
        }
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce, iterations)
                    .doFinal(data);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new WrongPassphrase(e);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot decrypt it: " + e.getMessage(), e);
        }
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, byte[] nonce, int iterations)
            throws GeneralSecurityException {
        var wish = new PBEKeySpec(passphrase, salt, iterations, 256);
        byte[] key =
                SecretKeyFactory.getInstance(DERIVATION).generateSecret(wish).getEncoded();
        wish.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
