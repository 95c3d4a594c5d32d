package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    Path workspace;

    @Test
    void aDraftComesBackAsItWas() {
        var drafts = new Drafts(workspace);
        var draft = new Draft("a/ü.long", "text\n\"x\"\n", "before", Instant.parse("2026-01-02T03:04:05Z"));

        drafts.save(draft);
        drafts.save(new Draft("a/U.long", "other", "", Instant.EPOCH));

        assertThat(new Drafts(workspace).find("a/ü.long")).hasValue(draft);
        drafts.delete("a/ü.long");
        assertThat(drafts.find("a/ü.long")).isEmpty();
        assertThat(drafts.find("a/U.long")).isPresent();
    }

    @Test
    void aDraftThatCannotBeReadIsNone() throws IOException {
        var drafts = new Drafts(workspace);
        drafts.save(new Draft("p", "text", "", Instant.EPOCH));
        try (var files = Files.list(workspace.resolve(".assay/drafts"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"te");
        }

        assertThat(drafts.find("p")).isEmpty();
    }
}
