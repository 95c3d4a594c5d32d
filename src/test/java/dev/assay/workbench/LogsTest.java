package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);

    @TempDir
    Path folder;

    @Test
    void anOpenLogHearsWhatIsLoggedAndAClosedOneNothing() {
        try (Logs logs = Logs.into(folder)) {
            LOG.error("the disk is on fire (this line belongs to a test)");
        }
        LOG.error("after the end (this line belongs to a test)");

        assertThat(folder.resolve("assay.log"))
                .content()
                .contains("ERROR", "the disk is on fire")
                .doesNotContain("after the end");
    }
}
