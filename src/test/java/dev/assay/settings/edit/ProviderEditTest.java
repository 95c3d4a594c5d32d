package dev.assay.settings.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.settings.Quirk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderEditTest {
    private static final String FILE = """
            # Where our models are
            providers:
              # the house's own
              house:
                dialect: openai # spoken by most
                baseUrl: http://localhost:8000/v1
                models:
                  - small
                  - large   # slow
                timeouts: {idle: 5m}

              # for the hard ones
              big: {preset: anthropic, concurrency: 4}
            # the end
            """;

    @TempDir
    private Path folder;

    private String after(String text, String name, ProviderField field, String value) throws Exception {
        Path file = Files.writeString(folder.resolve("providers.yaml"), text);
        new ProviderEdit(file, name).set(field, value);
        return Files.readString(file);
    }

    private String after(String name, ProviderField field, String value) throws Exception {
        return after(FILE, name, field, value);
    }

    @Test
    void aValueIsChangedWhereItStandsAndItsCommentStays() throws Exception {
        assertThat(after("house", ProviderField.DIALECT, "ollama"))
                .isEqualTo(FILE.replace("openai # spoken", "ollama # spoken"));
        assertThat(after("house", ProviderField.BASE_URL, "http://gpu:8000/v1"))
                .isEqualTo(FILE.replace("http://localhost:8000/v1", "\"http://gpu:8000/v1\""));
        assertThat(after("big", ProviderField.CONCURRENCY, "9")).isEqualTo(FILE.replace("4}", "9}"));
    }

    @Test
    void aNewValueGoesToTheEndOfItsProvider() throws Exception {
        assertThat(after("house", ProviderField.RETRIES, "0"))
                .isEqualTo(FILE.replace("{idle: 5m}\n", "{idle: 5m}\n    retries: 0\n"));
        assertThat(after("big", ProviderField.RETRIES, "0")).isEqualTo(FILE.replace("4}", "4, retries: 0}"));
        assertThat(after("house", ProviderField.CONNECT, "3s")).isEqualTo(FILE.replace("5m}", "5m, connect: 3s}"));
        assertThat(after("big", ProviderField.TOTAL, "1m")).isEqualTo(FILE.replace("4}", "4, timeouts: {total: 1m}}"));
    }

    @Test
    void aListOverLinesBecomesOneLine() throws Exception {
        assertThat(after("house", ProviderField.MODELS, "small, huge, "))
                .isEqualTo(FILE.replace("models:\n      - small\n      - large   # slow\n", "models: [small, huge]\n"));
    }

    @Test
    void aBlankValueIsTakenOut() throws Exception {
        assertThat(after("house", ProviderField.BASE_URL, " "))
                .isEqualTo(FILE.replace("    baseUrl: http://localhost:8000/v1\n", ""));
        assertThat(after("big", ProviderField.CONCURRENCY, "")).isEqualTo(FILE.replace(", concurrency: 4", ""));
        assertThat(after("house", ProviderField.IDLE, "")).isEqualTo(FILE.replace("    timeouts: {idle: 5m}\n", ""));
        assertThat(after("big", ProviderField.RETRIES, "")).isEqualTo(FILE);
    }

    @Test
    void headersAreSetOneByOneSoThatTheOthersKeepTheirComments() throws Exception {
        String file = """
                providers:
                  house:
                    dialect: openai
                    headers:
                      X-Team: red  # ours
                      X-Old: gone
                      X-Key: ${HOUSE_KEY}
                """;
        assertThat(after(file, "house", ProviderField.HEADERS, "X-Team: red\n\nX-Key:  ${OTHER}\nX-New: a: \"b\""))
                .isEqualTo("""
                        providers:
                          house:
                            dialect: openai
                            headers:
                              X-Team: red  # ours
                              X-Key: "${OTHER}"
                              X-New: "a: \\"b\\""
                        """);
        assertThat(after(file, "house", ProviderField.HEADERS, "")).isEqualTo("""
                providers:
                  house:
                    dialect: openai
                """);
        assertThat(after("big", ProviderField.HEADERS, "X-A: 1\nX-B: 2"))
                .contains("big: {preset: anthropic, concurrency: 4, headers: {X-A: 1, X-B: 2}}");
    }

    @Test
    void headersThatAreNoneOrHoldAKeyAreRefusedWithoutRepeatingThem() {
        assertThatThrownBy(() -> after("house", ProviderField.HEADERS, "sk-planted"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Name: value")
                .hasMessageNotContaining("planted");
        assertThatThrownBy(() -> after("house", ProviderField.HEADERS, "Authorization: Bearer sk-planted"))
                .hasMessageContaining("must not stand in the file")
                .hasMessageNotContaining("planted");
        assertThatThrownBy(() -> after("house", ProviderField.HEADERS, "X-A: 1\nX-A: 2"))
                .hasMessageContaining("X-A stands twice");
    }

    @Test
    void whereAServerDiffersIsSetAndTakenOut() throws Exception {
        String set = after("house", ProviderField.STREAM_USAGE, "false");
        assertThat(set).contains("    quirks: {streamUsage: false}\n");
        assertThat(after(set, "house", ProviderField.VENDOR, "mistral"))
                .contains("quirks: {streamUsage: false, vendor: mistral}\n");
        assertThat(after(set, "house", ProviderField.STREAM_USAGE, "")).isEqualTo(FILE);
        assertThatThrownBy(() -> after("house", ProviderField.VENDOR, "acme")).hasMessageContaining("must be one of");
    }

    @Test
    void eachDifferenceOfServersIsAField() {
        assertThat(Arrays.stream(ProviderField.values())
                        .flatMap(field -> field.quirk().stream())
                        .toList())
                .containsExactlyInAnyOrder(Quirk.values());
    }

    @Test
    void aProviderIsTakenOutWithItsLinesAndTheLastLeavesAnEmptyList() throws Exception {
        Path file = Files.writeString(folder.resolve("providers.yaml"), FILE);
        new ProviderEdit(file, "big").remove();
        assertThat(file).hasContent(FILE.replace("  big: {preset: anthropic, concurrency: 4}\n", ""));
        new ProviderEdit(file, "house").remove();
        assertThat(Files.readString(file))
                .startsWith("# Where our models are\nproviders: {}\n")
                .endsWith("# the end\n");
    }

    @Test
    void aWrongValueIsRefusedWithItsPlaceAndTheFileStays() throws Exception {
        assertThatThrownBy(() -> after("house", ProviderField.IDLE, "soon"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("must be a time such as");
        assertThatThrownBy(() -> after("big", ProviderField.CONCURRENCY, "0")).hasMessageContaining("whole number");
        assertThatThrownBy(() -> after("house", ProviderField.API_KEY, "sk-planted"))
                .hasMessageContaining("must not stand in the file")
                .hasMessageNotContaining("planted");
        assertThat(folder.resolve("providers.yaml")).hasContent(FILE);
    }

    @Test
    void whatStandsInTheFileIsShown() throws Exception {
        Path file = Files.writeString(folder.resolve("providers.yaml"), FILE);
        assertThat(new ProviderEdit(file, "house").values())
                .isEqualTo(Map.of(
                        ProviderField.DIALECT,
                        "openai",
                        ProviderField.BASE_URL,
                        "http://localhost:8000/v1",
                        ProviderField.MODELS,
                        "small, large",
                        ProviderField.IDLE,
                        "5m"));
    }

    @Test
    void lineEndsOfWindowsAndSignsBeyondTheFirstPlaneStay() throws Exception {
        String windows = FILE.replace("# Where", "# \ud83d\ude80 Where").replace("\n", "\r\n");
        assertThat(after(windows, "house", ProviderField.RETRIES, "1"))
                .isEqualTo(windows.replace("{idle: 5m}\r\n", "{idle: 5m}\r\n    retries: 1\r\n"));
    }
}
