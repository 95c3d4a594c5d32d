package dev.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw-r--", "rw-------"})
    void whoMayReadAFileMayDoSoAfterwards(String permissions) throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path file = Files.writeString(folder.resolve("providers.yaml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        WholeFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    @Test
    void aLinkStaysOneAndNothingIsLeftBeside() throws IOException {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("prices.csv"), "old");
        Path link = folder.resolve("prices.csv");
        try {
            Files.createSymbolicLink(link, real);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here: " + e.getMessage());
        }

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(real).hasContent("new");
        try (Stream<Path> files = Files.list(real.getParent())) {
            assertThat(files).containsExactly(real);
        }
    }

    @Test
    void aFileThatCannotBeReplacedIsTold() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("providers.yaml"));
        Files.writeString(taken.resolve("inside"), "x");

        assertThatThrownBy(() -> WholeFile.write(taken, "new"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("providers.yaml");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }
}
