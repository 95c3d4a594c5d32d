package dev.assay.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final String PLANTED = "sk-planted/with+slash";

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void configure() {
        environment = Map.of("XDG_CONFIG_HOME", folder.toString(), KeyFile.PASSPHRASE, "open sesame", "SET", "here");
    }

    @Test
    void aKeyIsFoundAgainAndTheEnvironmentGoesFirst() {
        KeyFile.of(environment).put("GROQ_API_KEY", PLANTED);
        KeyFile.of(environment).put("SET", "in-the-file");
        assertThat(KeyFile.of(environment).under(environment))
                .containsEntry("GROQ_API_KEY", PLANTED)
                .containsEntry("SET", "here");
        assertThat(KeyFile.of(environment).remove("GROQ_API_KEY")).isTrue();
        assertThat(KeyFile.of(environment).remove("GROQ_API_KEY")).isFalse();
        assertThat(KeyFile.of(environment).secrets()).containsOnlyKeys("SET");
    }

    @Test
    void theFileShowsNoKeyAndIsTheOwnersAlone() throws Exception {
        KeyFile.of(environment).put("GROQ_API_KEY", PLANTED);
        Path file = KeyFile.path(environment);
        assertThat(Files.readString(file))
                .doesNotContain(PLANTED, "GROQ")
                .doesNotContain(Base64.getEncoder().encodeToString(PLANTED.getBytes(StandardCharsets.UTF_8)));
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files).containsExactly(file);
        }
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherPassphraseOpensNothingAndChangesNothing() throws Exception {
        KeyFile.of(environment).put("A", PLANTED);
        byte[] before = Files.readAllBytes(KeyFile.path(environment));
        var other = new KeyFile(KeyFile.path(environment), "guess".toCharArray());
        assertThatThrownBy(() -> other.put("B", "b"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not open");
        assertThat(Files.readAllBytes(KeyFile.path(environment))).isEqualTo(before);
    }

    @Test
    void withoutAPassphraseTheEnvironmentIsAllThereIs() {
        KeyFile.of(environment).put("A", PLANTED);
        Map<String, String> bare = Map.of("XDG_CONFIG_HOME", folder.toString());
        assertThat(KeyFile.of(bare).under(bare)).isEqualTo(bare);
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        KeyFile.of(environment).put("A", PLANTED);
        Files.writeString(KeyFile.path(environment), "{}");
        assertThatThrownBy(() -> KeyFile.of(environment).secrets())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("keys.json");
    }

    @Test
    void whatCannotBeAKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> KeyFile.of(environment).put("A", "two words"))
                .isInstanceOf(InputException.class)
                .hasMessageNotContaining("two words");
        assertThatThrownBy(() -> KeyFile.of(environment).put("a-b", PLANTED)).isInstanceOf(InputException.class);
    }
}
