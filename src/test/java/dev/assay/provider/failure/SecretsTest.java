package dev.assay.provider.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Secrets secrets = new Secrets(
            new ProviderSettings(
                    "house",
                    Dialect.OPENAI,
                    URI.create("https://llm.example/v1"),
                    new ApiKey.Present("house/key/one", "HOUSE_KEY"),
                    Map.of("Cookie", "session=abcdef", "X-Team", "yellow-team"),
                    List.of(),
                    1,
                    SECOND,
                    SECOND,
                    SECOND),
            Stream.of("found-elsewhere"));

    @Test
    void keysAreHiddenAsTheyAreAndAsJsonMayEscapeThem() {
        assertThat(secrets.hide("no house/key/one, no house\\/key\\/one")).isEqualTo("no ***, no ***");
    }

    @Test
    void secretHeadersAreHiddenAndOthersAreNot() {
        assertThat(secrets.hide("session=abcdef of yellow-team")).isEqualTo("*** of yellow-team");
    }

    @Test
    void whatAProtocolFoundByItselfIsHiddenToo() {
        assertThat(secrets.hide("token found-elsewhere")).isEqualTo("token ***");
    }
}
