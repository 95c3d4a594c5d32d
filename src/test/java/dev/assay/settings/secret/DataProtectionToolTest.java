package dev.assay.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.StorageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a PowerShell that turns what it protects round and notes how it was called. */
class DataProtectionToolTest {
    private static final String PLANTED = "sk-planted/with+slash";
    private static final String TOOL = """
            #!/bin/sh
            echo "$*" >> "$KEPT/calls"
            [ -e "$KEPT/broken" ] && { echo "Key not valid for use in specified state." >&2; exit 1; }
            [ -e "$KEPT/silent" ] && exit 0
            for last; do :; done
            case $last in
              *::Unprotect*) base64 -d | rev ;;
              *::Protect*) rev | base64 ;;
              *) exit 2 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws Exception {
        assumeTrue(File.separatorChar == '/', "no shell");
        Path tool = folder.resolve("System32/WindowsPowerShell/v1.0/powershell.exe");
        Files.createDirectories(tool.getParent());
        Files.writeString(tool, TOOL);
        assumeTrue(tool.toFile().setExecutable(true), "no programs may run here");
        environment.putAll(Map.of(
                "SYSTEMROOT", folder.toString(),
                "PATH", System.getenv("PATH"),
                "KEPT", folder.toString(),
                "APPDATA", folder.resolve("roaming").toString()));
    }

    private Keychain keychain() {
        return Keychain.of(environment, "Windows 11").orElseThrow();
    }

    @Test
    void aKeyIsKeptSealedInAFileFoundListedAndRemoved() throws Exception {
        keychain().put("GROQ_API_KEY", PLANTED);
        Path file = folder.resolve("roaming/assay/keys/key-GROQ_API_KEY.dpapi");
        assertThat(file).content().doesNotContain("planted").isNotBlank();
        assertThat(keychain().find("GROQ_API_KEY")).contains(PLANTED);
        assertThat(keychain().find("OTHER")).isEmpty();
        assertThat(keychain().names()).containsExactly("GROQ_API_KEY");
        assertThat(keychain().remove("GROQ_API_KEY")).isTrue();
        assertThat(keychain().remove("GROQ_API_KEY")).isFalse();
        assertThat(keychain().find("GROQ_API_KEY")).isEmpty();
        assertThat(keychain().names()).isEmpty();
    }

    @Test
    void noOtherUserSeesTheKeyAmongTheArguments() throws Exception {
        keychain().put("GROQ_API_KEY", PLANTED);
        keychain().find("GROQ_API_KEY");
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertThat(calls)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call)
                        .startsWith("-NoLogo -NoProfile -NonInteractive -Command ")
                        .doesNotContain("planted", "\""));
    }

    @Test
    void aKeyThatDoesNotOpenOrIsNotSealedIsToldOf() throws Exception {
        keychain().put("A", PLANTED);
        Files.createFile(folder.resolve("broken"));
        Keys keys = new Keys(Map.of(), List.of(keychain()));
        assertThat(keys.find("A")).isEmpty();
        assertThat(keys.places()).contains("has not opened A", "not valid for use in specified state");
        Files.delete(folder.resolve("broken"));

        Files.createFile(folder.resolve("silent"));
        assertThatThrownBy(() -> keychain().put("A", "sk-another"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("has not kept A")
                .hasMessageNotContaining("another");
        Files.delete(folder.resolve("silent"));
        assertThat(keychain().find("A")).contains(PLANTED);
    }

    @Test
    void itHasANameOfItsOwnAndIsNotThereWithoutThePowerShellOfWindows() {
        assertThat(keychain().place()).isEqualTo("the data protection of Windows");
        assertThat(Keychain.of(Map.of("PATH", folder.toString()), "Windows 11")).isEmpty();
    }
}
