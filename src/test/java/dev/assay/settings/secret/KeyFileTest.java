package dev.assay.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.KeySource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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

    private Keys keys() {
        return Keys.of(environment);
    }

    @Test
    void aKeyIsFoundAgainAndTheEnvironmentGoesFirst() {
        assertThat(keys().put("GROQ_API_KEY", PLANTED)).contains("keys.json");
        keys().put("SET", "in-the-file");
        assertThat(keys().find("GROQ_API_KEY").orElseThrow().secret()).isEqualTo(PLANTED);
        assertThat(keys().find("SET").orElseThrow()).isEqualTo(new KeySource.Found("here", "the environment"));
        assertThat(keys().remove("GROQ_API_KEY")).hasSize(1);
        assertThat(keys().remove("GROQ_API_KEY")).isEmpty();
        assertThat(keys().names().values()).containsExactly(List.of("SET"));
    }

    @Test
    void theFileShowsNoKeyAndIsTheOwnersAlone() throws Exception {
        keys().put("GROQ_API_KEY", PLANTED);
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
        keys().put("A", PLANTED);
        byte[] before = Files.readAllBytes(KeyFile.path(environment));
        var other = new KeyFile(KeyFile.path(environment), "guess"::toCharArray);
        assertThatThrownBy(() -> other.put("B", "b"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not open");
        assertThat(Files.readAllBytes(KeyFile.path(environment))).isEqualTo(before);
    }

    @Test
    void withoutAPassphraseTheEnvironmentIsAllThereIsAndTheFileIsNamed() {
        keys().put("A", PLANTED);
        var closed = Keys.of(Map.of("XDG_CONFIG_HOME", folder.toString(), "SET", "here"));
        assertThat(closed.find("SET")).isPresent();
        assertThat(closed.find("A")).isEmpty();
        assertThat(closed.places()).contains("the environment (The key file", "keys.json", "set ASSAY_PASSPHRASE");
    }

    @Test
    void aWrongPassphraseLeavesTheOtherPlacesToBeUsed() {
        keys().put("A", PLANTED);
        var wrong = Keys.of(Map.of("XDG_CONFIG_HOME", folder.toString(), "ASSAY_PASSPHRASE", "guess", "SET", "here"));
        assertThat(wrong.find("A")).isEmpty();
        assertThat(wrong.find("SET")).isPresent();
        assertThat(wrong.places()).contains("does not open the key file");
    }

    @Test
    void aPassphraseIsAskedForOnceAndOnlyWhereItIsNeeded() {
        keys().put("A", PLANTED);
        var asked = new AtomicInteger();
        Supplier<char[]> typing = () -> {
            asked.incrementAndGet();
            return "open sesame".toCharArray();
        };
        var bare = Keys.of(Map.of("XDG_CONFIG_HOME", folder.toString(), "SET", "here"), typing);
        assertThat(bare.find("SET")).isPresent();
        assertThat(asked).hasValue(0);
        assertThat(bare.find("A")).isPresent();
        assertThat(bare.find("B")).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        keys().put("A", PLANTED);
        Files.writeString(KeyFile.path(environment), "{}");
        assertThatThrownBy(() -> keys().names())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("keys.json");
    }

    @Test
    void whatCannotBeAKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> keys().put("A", "two words"))
                .isInstanceOf(InputException.class)
                .hasMessageNotContaining("two words");
        assertThatThrownBy(() -> keys().put("a-b", PLANTED)).isInstanceOf(InputException.class);
    }
}
