package dev.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvironmentProxyTest {
    private static final Map<String, String> PROXIES =
            Map.of("HTTPS_PROXY", "http://safe.example:3128", "http_proxy", "plain.example:8080");

    private static @Nullable URI proxy(String target, Map<String, String> environment) {
        return EnvironmentProxy.of(URI.create(target), KeySource.of(environment))
                .orElse(null);
    }

    private static @Nullable URI without(String names, String target) {
        var environment = new HashMap<>(PROXIES);
        environment.put("NO_PROXY", names);
        return proxy(target, environment);
    }

    @Test
    void theSchemeOfTheAddressChoosesTheProxy() {
        assertThat(proxy("https://api.example/v1", PROXIES)).hasToString("http://safe.example:3128");
        assertThat(proxy("http://api.example/v1", PROXIES)).hasToString("http://plain.example:8080");
        assertThat(proxy("https://api.example/v1", Map.of())).isNull();
        assertThat(proxy("https://api.example/v1", Map.of("ALL_PROXY", "socks5h://all.example:1080")))
                .hasToString("socks5h://all.example:1080");
        assertThat(proxy("https://api.example", Map.of("HTTPS_PROXY", "a:1", "https_proxy", "b:2")))
                .hasToString("http://b:2");
    }

    @Test
    void thisMachineIsNeverAskedOverAProxy() {
        assertThat(proxy("http://localhost:11434", PROXIES)).isNull();
        assertThat(proxy("http://127.0.0.1:8000/v1", PROXIES)).isNull();
        assertThat(proxy("http://[::1]:8000/v1", PROXIES)).isNull();
    }

    @Test
    void noProxyLeavesOutHostsAndWhatIsBelowThem() {
        assertThat(without("other.example, api.example", "https://api.example/v1"))
                .isNull();
        assertThat(without(".example", "https://api.example/v1")).isNull();
        assertThat(without("*.example", "https://api.example/v1")).isNull();
        assertThat(without("*", "https://api.example/v1")).isNull();
        assertThat(without("gpu:8000", "http://gpu:8000/v1")).isNull();
        assertThat(without("gpu:8000", "http://gpu:9000/v1")).isNotNull();
        assertThat(without("pi.example", "https://api.example/v1")).isNotNull();
    }

    @Test
    void aProxyOfTheProvidersOwnGoesFirstAndNoneSwitchesItOff() {
        String house = "providers: {house: {dialect: openai, baseUrl: 'https://api.example/v1', proxy: '%s'}}";
        var keys = KeySource.of(Map.of("HTTPS_PROXY", "http://safe.example:3128", "PROXY_KEY", "planted"));
        assertThat(ProvidersFile.parse("p", house.formatted("http://mine:1"), keys)
                        .getFirst()
                        .proxy())
                .hasToString("http://mine:1");
        assertThat(ProvidersFile.parse("p", house.formatted("none"), keys)
                        .getFirst()
                        .proxy())
                .isNull();
        ProviderSettings secret = ProvidersFile.parse("p", house.formatted("http://me:${PROXY_KEY}@mine:1"), keys)
                .getFirst();
        assertThat(secret.secrets()).containsExactly("me:planted", "planted");
        assertThatThrownBy(() -> ProvidersFile.parse("p", house.formatted("http://me:secret@mine:1"), keys))
                .hasMessageNotContaining("secret");
    }
}
