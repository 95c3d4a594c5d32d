package dev.assay.cli.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the sample prompts, whose answers all pass what is asked of them. */
class MigrateCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private Path file;

    @BeforeEach
    void begin() {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assay.run("prompts", "list");
        file = folder.resolve("Assay/prompts/meeting/notes.prompt");
    }

    private CommandLineHarness.Result migrate(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("migrate", "meeting/notes", "--author", "Ada <ada@example.org>"));
        arguments.addAll(List.of(more));
        return assay.run(arguments.toArray(String[]::new));
    }

    private static final String[] GOOD = {
        "--from", "offline/brief", "--to", "offline/thorough", "--dataset", "meetings", "--assert", "length<=9000 chars"
    };

    private static String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(GOOD));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aReplacementThatIsNotWorseIsProposedAndNothingIsWritten() throws IOException {
        String before = Files.readString(file);

        var result = migrate(GOOD);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Cost and length")
                .contains("B  offline/thorough: 1.000 at $0.0000 an answer, shown to be not worse")
                .contains("Take offline/thorough: the cheapest that is shown to be not worse by more than 0.05.")
                .contains("with --commit moves meeting/notes there");
        assertThat(file).hasContent(before);
    }

    @Test
    void withCommitThePromptNamesItAndTheEvidenceStandsInTheTrailers() throws IOException {
        JsonNode moved = migrate(with("--commit", "--json")).json();

        assertThat(moved.at("/proposed").asText()).isEqualTo("offline/thorough");
        assertThat(moved.at("/commit").asText()).hasSize(40);
        assertThat(Files.readString(file)).contains("model: offline/thorough");
        String log = assay.run("prompts", "log", "meeting/notes", "--json").out();
        assertThat(log)
                .contains("Move meeting/notes from offline/brief to offline/thorough")
                .contains(moved.at("/run").asText());
        assertThat(assay.run("prompts", "list", "--json").out()).doesNotContain("modified");
    }

    @Test
    void withTooFewCasesNothingIsShownAndThePromptStays() throws IOException {
        Files.writeString(folder.resolve("two.csv"), "title,notes\nA,Anna ships.\nB,Bo waits.\n");
        String before = Files.readString(file);

        var result = migrate(
                "--from",
                "offline/brief",
                "--to",
                "offline/thorough",
                "--dataset",
                folder.resolve("two.csv").toString(),
                "--assert",
                "length<=9000 chars",
                "--commit");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("too few cases to tell").contains("meeting/notes stays on offline/brief");
        assertThat(file).hasContent(before);
    }

    @Test
    void whatCannotBeMovedIsToldBeforeAnythingRuns() throws IOException {
        assertThat(migrate("--from", "offline/brief", "--to", "offline/brief", "--dataset", "meetings")
                        .err())
                .contains("is to leave offline/brief, so it cannot go there");
        assertThat(migrate(with("--margin", "2")).err()).contains("--margin is 2.0 but must be from 0 to 1");
        Files.writeString(file, Files.readString(file) + "\nMore.\n");
        assertThat(migrate(with("--commit")).err()).contains("has changes that are not committed");
    }
}
