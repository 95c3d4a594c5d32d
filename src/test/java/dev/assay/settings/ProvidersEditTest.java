package dev.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersEditTest {
    private static final Preset GROQ = Preset.find("groq").orElseThrow();

    private static String add(String text) {
        return ProvidersEdit.add("providers.yaml", text, "fast", GROQ, Optional.empty());
    }

    @Test
    void commentsAndOrderStay() {
        assertThat(add("""
                # ours
                providers:
                    house:   # first
                        dialect: openai

                # the end
                """)).isEqualTo("""
                # ours
                providers:
                    house:   # first
                        dialect: openai
                    fast:
                      preset: groq

                # the end
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing yet\n",
                "providers:\n",
                "providers: {}\n",
                "providers: {} # none\n",
                "providers:",
                "providers:\r\n  a: {dialect: ollama}\r\n",
                "providers:\n  a:\n    preset: groq",
                "providers: # none\n"
            })
    void everyUsualLayoutTakesAnother(String text) {
        String changed = add(text);
        assertThat(ProvidersFile.parse("providers.yaml", changed, Map.of()))
                .extracting(ProviderSettings::name)
                .endsWith("fast");
        assertThat(changed.contains("#")).isEqualTo(text.contains("#"));
    }

    @Test
    void whatCannotBeChangedIsLeftAsItWas(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("providers.yaml");
        for (String text : new String[] {"providers: {a: {dialect: ollama}}\n", "providers: {\n", "null\n", "{}\n"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> ProvidersEdit.add(file, "fast", GROQ, Optional.empty()))
                    .as(text)
                    .isInstanceOf(InputException.class);
            assertThat(file).hasContent(text);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThatThrownBy(() -> add("providers:\n  fast: {dialect: ollama}\n")).hasMessageContaining("already");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ProvidersEdit.add("providers.yaml", "", "x", GROQ, Optional.of("a\"b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("baseUrl");
    }
}
