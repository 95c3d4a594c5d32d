package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.session.Terminal;
import dev.assay.history.CellKey;
import dev.assay.llm.CallWait;
import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.ModelId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
    private static final ModelId MODEL = new ModelId("openai", "small");
    private final StringWriter written = new StringWriter();

    private ProgressReport report(boolean live) {
        var err = new PrintWriter(written);
        return new ProgressReport(new Terminal(err, err, false, live));
    }

    private static CellKey cell(int number) {
        return new CellKey(0, number, 0);
    }

    @Test
    void onATerminalTheLineTellsHowManyWaitAndWhatFor() {
        ProgressReport report = report(true);
        report.waiting(cell(1), new CallWait(MODEL, Cause.TURN, null));
        report.waiting(cell(2), new CallWait(MODEL, Cause.SERVER_LIMIT, Duration.ofSeconds(12)));
        assertThat(written.toString())
                .containsPattern("cells done; 2 waiting 12 s \\(until ..:..:..\\) for openai's rate limit.{5}$");
        report.waitOver(cell(2));
        report.waitOver(cell(1));
        assertThat(written.toString()).endsWith("0 of 0 cells done\033[?7h");
    }

    @Test
    void inALogOnlyTheBeginOfALongerWaitIsTold() {
        ProgressReport report = report(false);
        report.waiting(cell(0), new CallWait(MODEL, Cause.TURN, null));
        report.waiting(cell(1), new CallWait(MODEL, Cause.RETRY, Duration.ofMillis(500)));
        assertThat(written.toString()).isEmpty();
        report.waiting(cell(2), new CallWait(MODEL, Cause.REST, Duration.ofSeconds(5)));
        report.waiting(cell(3), new CallWait(MODEL, Cause.REST, Duration.ofSeconds(4)));
        assertThat(written.toString().lines()).singleElement().asString().contains("5 s", "openai to recover");
    }
}
