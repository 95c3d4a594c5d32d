package dev.assay.provider.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** TLS for tests. */
public final class LocalhostKeys {
    static final char[] PASSWORD = "changeit".toCharArray();

    private LocalhostKeys() {}

    /** Both sides of a connection with a server called localhost, whose keys are kept in a folder. */
    public static SSLContext context(Path folder) throws Exception {
        KeyStore keys = create(folder);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    /** Trusts the server whose keys a folder keeps. */
    public static X509TrustManager trust(Path folder) throws Exception {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(load(folder));
        return (X509TrustManager) trusted.getTrustManagers()[0];
    }

    /** The keys of a server called localhost, which is trusted by whoever trusts them. */
    static KeyStore create(Path folder) throws Exception {
        Path file = file(folder);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String password = new String(PASSWORD);
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return load(folder);
    }

    private static Path file(Path folder) {
        return folder.resolve("keys.p12");
    }

    private static KeyStore load(Path folder) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file(folder))) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
