package dev.assay.registry.remote.transport;

import dev.assay.llm.InputException;
import dev.assay.registry.git.ExternalProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.transport.URIish;

/**
 * The certificates that git is told to trust for a server, by {@code GIT_SSL_CAINFO} or {@code http.sslCAInfo}, also
 * where that is set for one address only.
 */
final class TrustedCertificates {
    private static final String SETTING = "http.sslCAInfo";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TrustedCertificates() {}

    /**
     * What decides on the certificates of a server; empty where git has no setting for it.
     *
     * @param folder the repository
     * @throws InputException where the file that the setting names holds no certificates
     */
    static Optional<TrustManager[]> find(URIish server, Path folder, Map<String, String> environment) {
        String named = environment.getOrDefault("GIT_SSL_CAINFO", "");
        String file = named.isBlank() ? configured(server, folder, environment) : named;
        return file.isBlank() ? Optional.empty() : Optional.of(read(Path.of(file)));
    }

    private static String configured(URIish server, Path folder, Map<String, String> environment) {
        String url = server.setUser(null).setPass(null).toString();
        var command = List.of("git", "config", "--type=path", "--get-urlmatch", SETTING, url);
        try {
            var result = new ExternalProgram(command, folder, environment, PATIENCE).run(new byte[0]);
            return result.isDone() ? result.text().strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static TrustManager[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority " + trusted.size(), one);
            }
            if (trusted.size() == 0) {
                throw new IOException("it holds none");
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new InputException("The certificates in " + file + " cannot be read (" + e.getMessage()
                    + "): mend git's setting " + SETTING + " to name a PEM file");
        }
    }
}
