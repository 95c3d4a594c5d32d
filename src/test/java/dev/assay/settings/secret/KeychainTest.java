package dev.assay.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.StorageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a secret-tool that keeps its secrets in files and notes how it was called. */
class KeychainTest {
    private static final String PLANTED = "sk-planted/with+slash";
    private static final String TOOL = """
            #!/bin/sh
            echo "$*" >> "$KEPT/calls"
            [ -e "$KEPT/locked" ] && { echo "secret-tool: the collection is locked" >&2; exit 1; }
            deed=$1; shift
            for last; do :; done
            case $deed in
              store) cat > "$KEPT/key-$last" ;;
              lookup) [ -e "$KEPT/key-$last" ] && cat "$KEPT/key-$last" || exit 1 ;;
              clear) rm "$KEPT/key-$last" ;;
              search) for f in "$KEPT"/key-*; do
                  echo "secret = $(cat "$f")"; echo "attribute.service = assay"; echo "attribute.key = ${f##*/key-}"
                done ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void install() throws Exception {
        assumeTrue(File.separatorChar == '/' && !System.getProperty("os.name").contains("Mac"), "not on Linux");
        Path tool = Files.writeString(folder.resolve("secret-tool"), TOOL);
        assumeTrue(tool.toFile().setExecutable(true), "no programs may run here");
        environment = Map.of(
                "PATH",
                folder + ":" + System.getenv("PATH"),
                "KEPT",
                folder.toString(),
                "DBUS_SESSION_BUS_ADDRESS",
                "unix:path=/nowhere",
                "XDG_CONFIG_HOME",
                folder.toString());
    }

    private Keys keys() {
        return Keys.of(environment);
    }

    @Test
    void aKeyIsKeptFoundListedAndRemoved() {
        assertThat(keys().put("GROQ_API_KEY", PLANTED)).isEqualTo("the keychain");
        assertThat(keys().find("GROQ_API_KEY").orElseThrow().secret()).isEqualTo(PLANTED);
        assertThat(keys().find("OTHER")).isEmpty();
        assertThat(keys().names()).containsEntry("the keychain", List.of("GROQ_API_KEY"));
        assertThat(keys().remove("GROQ_API_KEY")).containsExactly("the keychain");
        assertThat(keys().find("GROQ_API_KEY")).isEmpty();
    }

    @Test
    void noOtherUserSeesTheKeyAmongTheArguments() throws Exception {
        keys().put("GROQ_API_KEY", PLANTED);
        assertThat(Files.readString(folder.resolve("calls")))
                .contains("store --label=Assay: GROQ_API_KEY service assay key GROQ_API_KEY")
                .doesNotContain("planted");
    }

    @Test
    void theKeychainIsAskedOnceForAWhile() throws Exception {
        Keys keys = keys();
        keys.find("A");
        keys.find("A");
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
        keys.put("A", PLANTED);
        assertThat(keys.find("A")).isPresent();
    }

    @Test
    void aLockedKeychainIsNamedAndDoesNotStopOthers() throws Exception {
        Files.createFile(folder.resolve("locked"));
        Keys keys = keys();
        assertThat(keys.find("A")).isEmpty();
        assertThat(keys.places()).contains("the collection is locked");
        assertThatThrownBy(() -> keys.put("A", PLANTED))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("has not kept A")
                .hasMessageNotContaining("planted");
    }

    @Test
    void withoutASessionBusThereIsNoKeychain() {
        assertThat(Keychain.of(Map.of("PATH", folder.toString()))).isEmpty();
    }

    @Test
    void theKeychainOfThisSystemKeepsAKey() {
        var real = Keychain.of(System.getenv());
        assumeTrue(real.isPresent(), "no session bus with secret-tool here");
        Keychain keychain = real.get();
        try {
            keychain.put("ASSAY_TEST_KEY", PLANTED);
        } catch (StorageException e) {
            assumeTrue(false, "the keychain of this system is closed: " + e.getMessage());
        }
        assertThat(keychain.find("ASSAY_TEST_KEY")).contains(PLANTED);
        assertThat(keychain.names()).contains("ASSAY_TEST_KEY");
        assertThat(keychain.remove("ASSAY_TEST_KEY")).isTrue();
        assertThat(keychain.find("ASSAY_TEST_KEY")).isEmpty();
    }
}
