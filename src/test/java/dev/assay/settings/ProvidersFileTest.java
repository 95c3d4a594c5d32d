package dev.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("MY_KEY", "sk-very-secret", "HOST", "llm.example");

    private static List<ProviderSettings> parse(String text) {
        return ProvidersFile.parse("providers.yaml", text, ENVIRONMENT);
    }

    @Test
    void everySettingIsRead() {
        List<ProviderSettings> providers = parse("""
                providers:
                  house:
                    dialect: openai
                    baseUrl: https://${HOST}/v1
                    apiKey: ${MY_KEY}
                    headers: {X-Team: blue, X-Api-Token: "Bearer ${MY_KEY}"}
                    models: [small, "vendor/large"]
                    concurrency: 3
                    timeouts: {connect: 500ms, firstByte: 2m, idle: 45s, total: 5m}
                    retries: 5
                    requestsPerMinute: 60
                    tokensPerMinute: 90000
                    quirks: {capField: max_tokens}
                    proxy: http://me:${MY_KEY}@proxy.example:3128
                    fallback: [offline/brief]
                """);
        assertThat(providers)
                .containsExactly(new ProviderSettings(
                        "house",
                        Dialect.OPENAI,
                        URI.create("https://llm.example/v1"),
                        new ApiKey.Present("sk-very-secret", "MY_KEY"),
                        Map.of("X-Team", "blue", "X-Api-Token", "Bearer sk-very-secret"),
                        List.of("small", "vendor/large"),
                        new CallLimits(3, 5, 60, 90_000),
                        new Timeouts(
                                Duration.ofMillis(500),
                                Duration.ofMinutes(2),
                                Duration.ofSeconds(45),
                                Duration.ofMinutes(5)),
                        Map.of("capField", "max_tokens"),
                        URI.create("http://me:sk-very-secret@proxy.example:3128"),
                        List.of(new ModelId("offline", "brief"))));
    }

    @Test
    void aDialectIsEnough() {
        ProviderSettings ollama = parse("providers: {local: {dialect: ollama}}").getFirst();
        assertThat(ollama.baseUrl()).isEqualTo(URI.create("http://localhost:11434"));
        assertThat(ollama.apiKey()).isEqualTo(new ApiKey.None());
        assertThat(ollama.limits().concurrency()).isEqualTo(1);
        assertThat(ollama.timeouts().connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(ollama.limits().retries()).isEqualTo(2);
    }

    @Test
    void quirksAreThoseOfTheDialect() {
        assertThat(parse("providers: {a: {dialect: openai-responses, quirks: {reasoningSummary: true, vendor: xai}}}")
                        .getFirst()
                        .quirks())
                .isEqualTo(Map.of("reasoningSummary", "true", "vendor", "xai"));
        assertThatThrownBy(() -> parse("providers:\n  a:\n    dialect: ollama\n    quirks: {capField: max_tokens}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(":4:13: providers.a.quirks: servers of dialect ollama do not differ");
    }

    @Test
    void whatMustNotStandInAFileOrIsNoAddressOrNoModelIsRefusedWithItsLine() {
        for (String wrong : List.of(
                "proxy: http://me:literal@proxy.example:3128",
                "proxy: socks5://me:literal@proxy.example",
                "proxy: ftp://proxy.example",
                "proxy: not an address",
                "fallback: [nomodel]",
                "requestsPerMinute: 0",
                "timeouts: {total: 5}")) {
            assertThatThrownBy(() -> parse("providers:\n  a:\n    dialect: openai\n    " + wrong))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(":4:")
                    .hasMessageContaining(wrong.startsWith("timeouts") ? "total" : wrong.substring(0, 5));
        }
    }

    @Test
    void retriesMayBeSwitchedOffButNotBeEndless() {
        assertThat(parse("providers: {a: {dialect: openai, retries: 0}}")
                        .getFirst()
                        .limits()
                        .retries())
                .isZero();
        for (String wrong : List.of("-1", "11", "many", "1.5")) {
            assertThatThrownBy(() -> parse("providers: {a: {dialect: openai, retries: " + wrong + "}}"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("retries must be a whole number from 0 to 10");
        }
    }

    @Test
    void aVariableThatIsNotSetConcernsItsProviderOnly() {
        List<ProviderSettings> providers = parse("""
                providers:
                  a: {dialect: openai, apiKey: "${NOT_SET}"}
                  b: {dialect: openai, apiKey: "${MY_KEY}"}
                  c: {dialect: openai, baseUrl: "http://${NO_HOST}/v1"}
                  d: {dialect: openai, headers: {Authorization: "Basic ${NO_LOGIN}"}}
                """);
        assertThat(providers)
                .extracting(ProviderSettings::apiKey)
                .containsExactly(
                        new ApiKey.Missing("NOT_SET"),
                        new ApiKey.Present("sk-very-secret", "MY_KEY"),
                        new ApiKey.Missing("NO_HOST"),
                        new ApiKey.Missing("NO_LOGIN"));
    }

    @Test
    void aVariableThatIsEmptyIsNotSet() {
        List<ProviderSettings> providers = ProvidersFile.parse(
                "providers.yaml", "providers: {a: {dialect: openai, apiKey: '${BLANK}'}}", Map.of("BLANK", " \n"));
        assertThat(providers.getFirst().apiKey()).isEqualTo(new ApiKey.Missing("BLANK"));
    }

    @Test
    void noFileAndAnEmptyFileConfigureNothing(@TempDir Path folder) throws Exception {
        assertThat(ProvidersFile.read(folder.resolve("providers.yaml"), ENVIRONMENT))
                .isEmpty();
        for (String empty : List.of("", "# nothing yet\n", "providers:\n", "providers: {}\n", "null\n")) {
            assertThat(parse(empty)).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoTextIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("providers.yaml"), "key: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ProvidersFile.read(file, ENVIRONMENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apiKey: sk-123456            | 3:13: providers.a.apiKey must not stand in the file
            apiKey: x${MY_KEY}           | 3:13: providers.a.apiKey must not stand in the file
            headers: {x-api-key: abcdef} | 3:26: providers.a.headers.x-api-key must not stand in the file
            headers: {"a b": c}          | 3:22: 'a b' is not a header name
            headers: [a]                 | 3:14: providers.a.headers must be a mapping
            apikey: ${MY_KEY}            | 3:13: unknown setting providers.a.apikey: known are apiKey, baseUrl
            dialect: openai              | 3:5: 'dialect' stands twice
            baseUrl: localhost:8080      | 3:14: providers.a.baseUrl must be an http or https address
            baseUrl: "http://a b/"       | 3:14: providers.a.baseUrl must be an http or https address
            baseUrl: http://me:pw@host/  | 3:14: providers.a.baseUrl must be an http or https address
            baseUrl: "http://h/?key=abcdef" | 3:14: providers.a.baseUrl must not hold a key ('key')
            headers: {Cookie: abcdef}    | 3:23: providers.a.headers.Cookie must not stand
            baseUrl: [1]                 | 3:14: providers.a.baseUrl must be a text
            models: gpt                  | 3:13: providers.a.models must be a list
            concurrency: 0               | 3:18: providers.a.concurrency must be a whole number
            concurrency: many            | 3:18: providers.a.concurrency must be a whole number
            timeouts: {idle: 5}          | 3:22: providers.a.timeouts.idle must be a time such as
            timeouts: {idle: 0s}         | 3:22: providers.a.timeouts.idle must be a time such as
            timeouts: {read: 5s}         | 3:22: unknown setting providers.a.timeouts.read
            quirks: {capfield: x}        | 3:24: unknown setting providers.a.quirks.capfield: known are capField, effort, reasoningField, seedField, streamUsage, vendor
            quirks: {capField: tokens}   | 3:24: providers.a.quirks.capField is 'tokens' but must be one of max_tokens, max_completion_tokens
            quirks: {reasoningSummary: true} | 3:32: unknown setting providers.a.quirks.reasoningSummary
            quirks: capField             | 3:13: providers.a.quirks must be a mapping
            """)
    void aMistakeIsNamedWithItsPlace(String line, String message) {
        assertThatThrownBy(() -> parse("providers:\n  a: # first\n    " + line + "\n    dialect: openai\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("providers.yaml:" + message.replaceFirst("^3:5: 'dialect'", "4:5: 'dialect'"))
                .hasMessageNotContaining("sk-123456")
                .hasMessageNotContaining("sk-very-secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            providers: {a: {}}                       | 1:16: provider a has no dialect
            providers: {a: {dialect: telepathy}}     | 1:26: unknown dialect 'telepathy': choose one of openai
            providers: {offline: {dialect: openai}}  | 1:22: 'offline' is the built-in provider
            providers: {a/b: {dialect: openai}}      | 1:18: provider name 'a/b' must be
            words                                    | 1:1: the file must be a mapping
            providers: [a]                           | 1:12: providers must be a mapping
            provider: {a: {dialect: openai}}         | 1:11: unknown setting provider: known are providers
            'providers: {a: {apiKey: ${MY_KEY}}}'    | Between braces, write "${NAME}" in quotes
            'providers: {a: '                        | this is not YAML
            """)
    void aWrongShapeIsNamedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("providers.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void theKeyAndSecretHeadersAreSecretsAndOthersAreNot() {
        ProviderSettings provider = parse("""
                providers:
                  a:
                    dialect: openai
                    apiKey: ${MY_KEY}
                    headers: {Authorization: "Bearer ${HOST}", X-Title: assistant}
                """).getFirst();
        assertThat(provider.secrets()).containsExactly("sk-very-secret", "llm.example");
    }

    @Test
    void noTextFormShowsASecret() {
        ProviderSettings provider = parse(
                        "providers: {a: {dialect: openai, apiKey: '${MY_KEY}', headers: {x-key: '${MY_KEY}'}}}")
                .getFirst();
        assertThat(provider.toString() + provider.apiKey()).doesNotContain("sk-very-secret");
    }
}
