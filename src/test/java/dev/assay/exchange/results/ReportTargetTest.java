package dev.assay.exchange.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTargetTest {
    @TempDir
    private Path folder;

    private ReportTarget parse(String argument) {
        return ReportTarget.parse(argument, folder::resolve);
    }

    @ParameterizedTest
    @CsvSource({
        "out.json, JSON, out.json",
        "out.XML, JUNIT, out.XML",
        "a.b.md, MARKDOWN, a.b.md",
        "junit:out.txt, JUNIT, out.txt",
        "promptfoo:out.json, PROMPTFOO, out.json",
        "c:out.csv, CSV, c:out.csv"
    })
    void theFormIsTheOneThatIsNamedElseTheEndings(String argument, ReportFormat format, String file) {
        assertThat(parse(argument)).isEqualTo(new ReportTarget(format, folder.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "out.txt, cannot be told from its ending",
        "report, cannot be told from its ending",
        "junit:, names no file",
        "nowhere/out.json, there is no folder"
    })
    void whatCannotBeWrittenIsRefusedBeforeTheRun(String argument, String reason) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aFileIsReplacedAndAPipeIsNot() throws IOException {
        Path old = Files.writeString(folder.resolve("old.csv"), "old");

        parse("old.csv").write(SampleReport.gated(SampleReport.comparison(2, 2)));

        assertThat(old).content().startsWith("run,variant,");
        assertThat(Files.list(folder)).containsExactly(old);
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            new ReportTarget(ReportFormat.CSV, device).write(SampleReport.gated(SampleReport.comparison(2, 2)));
            assertThat(Files.isRegularFile(device)).isFalse();
        }
    }

    @Test
    void everyFormIsWritten() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.text(SampleReport.gated(SampleReport.comparison(3, 2))))
                    .as(format.word())
                    .isNotBlank()
                    .endsWith("\n");
        }
    }
}
