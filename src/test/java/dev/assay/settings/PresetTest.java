package dev.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresetTest {
    private static ProviderSettings parse(String provider) {
        return ProvidersFile.parse(
                        "providers.yaml", "providers: {p: " + provider + "}", Map.of("GROQ_API_KEY", "gsk-planted"))
                .getFirst();
    }

    @Test
    void aPresetFillsInWhatIsNotGiven() {
        ProviderSettings groq = parse("{preset: groq}");
        assertThat(groq.dialect()).isEqualTo(Dialect.OPENAI);
        assertThat(groq.baseUrl()).isEqualTo(URI.create("https://api.groq.com/openai/v1"));
        assertThat(groq.apiKey()).isEqualTo(new ApiKey.Present("gsk-planted", "GROQ_API_KEY"));
        assertThat(groq.models()).contains("llama-3.1-8b-instant");
    }

    @Test
    void whatIsGivenGoesBeforeThePreset() {
        ProviderSettings own = parse("{preset: groq, baseUrl: 'http://localhost:9/v1', apiKey: , models: [mine],"
                + " concurrency: 2, dialect: ollama}");
        assertThat(own.dialect()).isEqualTo(Dialect.OLLAMA);
        assertThat(own.baseUrl()).isEqualTo(URI.create("http://localhost:9/v1"));
        assertThat(own.apiKey()).isEqualTo(new ApiKey.None());
        assertThat(own.models()).containsExactly("mine");
        assertThat(own.limits().concurrency()).isEqualTo(2);
    }

    @Test
    void theUsualKeyThatIsNotSetIsNamed() {
        assertThat(parse("{preset: mistral}").apiKey()).isEqualTo(new ApiKey.Missing("MISTRAL_API_KEY"));
    }

    @Test
    void aServerOfTheMachineNeedsNoKeyAndIsCalledOnceAtATime() {
        ProviderSettings server = parse("{preset: llama-cpp}");
        assertThat(server.apiKey()).isEqualTo(new ApiKey.None());
        assertThat(server.limits().concurrency()).isEqualTo(1);
    }

    @Test
    void aPresetWithoutACommonAddressAsksForIt() {
        assertThatThrownBy(() -> parse("{preset: azure-openai}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("add baseUrl: https://NAME.openai.azure.com/openai/v1");
    }

    @Test
    void aMistypedPresetIsToldWithTheNearest() {
        assertThatThrownBy(() -> parse("{preset: grok}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("providers.yaml:1:25")
                .hasMessageContaining("did you mean groq?");
    }

    @Test
    void localPresetsStandOnLoopbackAndOthersSpeakHttps() {
        List<Preset> all = Preset.all();
        assertThat(all).extracting(Preset::name).doesNotHaveDuplicates().contains("ollama", "vllm", "gemini");
        for (Preset preset : all) {
            preset.baseUrl()
                    .ifPresent(url ->
                            assertThat(url.toString()).startsWith(preset.local() ? "http://localhost:" : "https://"));
            assertThat(preset.local() && preset.key().isPresent()).isFalse();
        }
    }
}
