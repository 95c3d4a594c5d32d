package dev.assay.history.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {
    @TempDir
    private Path folder;

    private DatabaseFile history;

    @BeforeEach
    void aHistory() throws Exception {
        history = new DatabaseFile(folder, Optional::empty);
        Files.writeString(history.path(), "before");
    }

    @Test
    void whatWasMadeTakesThePlaceAndWhatWasThereStaysUnderAnotherName() throws Exception {
        try (var workshop = Workshop.of(history)) {
            Files.writeString(workshop.made().path(), "after");

            Path aside = workshop.swap("old");

            assertThat(history.path()).hasContent("after");
            assertThat(aside).hasContent("before");
        }
    }

    @Test
    void theHistoryIsThereUntilAnotherTakesItsPlace() {
        try (var workshop = Workshop.of(history)) {
            // As when the process is killed between the two steps: there is nothing to move in.
            assertThatThrownBy(() -> workshop.swap("old")).isInstanceOf(StorageException.class);

            assertThat(history.path()).hasContent("before");
        }
    }
}
