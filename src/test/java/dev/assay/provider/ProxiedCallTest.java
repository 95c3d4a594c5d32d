package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.outbound.Contact;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import dev.assay.provider.http.Reachability;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls over a proxy, which is a server that answers in the place of a host that does not exist. */
class ProxiedCallTest {
    private final MockWebServer proxy = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private Reachability ask(String user) {
        Duration time = Duration.ofSeconds(5);
        ProviderSettings settings = new ProviderSettings(
                        "house",
                        Dialect.OPENAI,
                        URI.create("http://models.invalid/v1"),
                        new ApiKey.None(),
                        Map.of(),
                        List.of(),
                        1,
                        time,
                        time,
                        time)
                .withProxy(URI.create("http://" + user + "127.0.0.1:" + proxy.getPort()));
        return ProviderCheck.run(List.of(settings)).getFirst().reachability();
    }

    private void enqueue(int status, String body) {
        proxy.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Proxy-Authenticate", "Basic realm=\"house\"")
                .body(body)
                .build());
    }

    @Test
    void aCallGoesOverTheProxyWithUserAndPasswordOnceTheseAreAskedFor() throws Exception {
        enqueue(407, "who are you?");
        enqueue(200, "{\"data\":[{\"id\":\"small\"}]}");
        assertThat(ask("me:p%40ss@")).isEqualTo(new Reachability.Reached(List.of("small")));
        RecordedRequest first = proxy.takeRequest();
        assertThat(first.getUrl().host()).isEqualTo("models.invalid");
        assertThat(first.getHeaders().get("Proxy-Authorization")).isNull();
        assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                .isEqualTo(Credentials.basic("me", "p@ss"));
    }

    @Test
    void aProxyThatRefusesIsToldWithoutThePassword() {
        enqueue(407, "not you");
        enqueue(407, "not you");
        assertThat(ask("me:planted@"))
                .isInstanceOfSatisfying(
                        Reachability.Failed.class,
                        failed -> assertThat(failed.reason()).contains("407").doesNotContain("planted"));
    }

    @Test
    void theHostAndTheProxyAreAmongThoseThatWereContacted() {
        enqueue(200, "{\"data\":[]}");
        ask("");
        List<Contact> contacts = OutboundLog.ofProcess().contacts();
        assertThat(contacts)
                .anySatisfy(contact -> {
                    assertThat(contact.host()).isEqualTo("models.invalid");
                    assertThat(contact.purpose()).isEqualTo(Purpose.MODELS);
                    assertThat(contact.received()).isPositive();
                })
                .anySatisfy(contact -> {
                    assertThat(contact.host()).endsWith(":" + proxy.getPort());
                    assertThat(contact.purpose()).isEqualTo(Purpose.PROXY);
                });
    }
}
