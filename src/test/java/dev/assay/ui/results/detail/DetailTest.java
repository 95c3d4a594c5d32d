package dev.assay.ui.results.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.RawExchange;
import dev.assay.ui.results.Samples;
import dev.assay.ui.results.rows.Attempt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailTest {
    private static final dev.assay.llm.Attempt BUSY = new dev.assay.llm.Attempt(
            Samples.BRIEF, "overloaded", "offline/brief: busy", Duration.ofMillis(1200), Duration.ofMillis(500));

    private static Detail detail(Outcome outcome) {
        Cell cell = Samples.cell(0, 0, "answer", 1);
        Invocation asked = cell.answer();
        var answer = new Invocation(
                asked.id(),
                asked.operation(),
                asked.metric(),
                asked.startedAt(),
                asked.request(),
                outcome,
                asked.cost());
        return Detail.of(Attempt.of(
                new Cell(cell.key(), cell.inputs(), cell.expected(), answer, cell.judgeCalls(), cell.scores())));
    }

    private static ChatResponse response() {
        return ((Outcome.Completed) Samples.cell(0, 0, "answer", 1).answer().outcome()).response();
    }

    @Test
    void triesThatFailedBeforeAndTheWaitForATurnAreTold() {
        ChatResponse response = response()
                .withFailedAttempts(List.of(BUSY))
                .withLatency(new Latency(Duration.ofSeconds(3), Duration.ofSeconds(1), null, null));
        assertThat(detail(new Outcome.Completed(response)).notes())
                .contains(
                        "Failed first after 1.2 s: offline/brief: busy (next try after 500 ms)",
                        "Waited 3.0 s for its turn, which is not part of the latency");
        assertThat(detail(new Outcome.Completed(response())).notes()).hasSize(1);
    }

    @Test
    void anotherModelThatAnsweredIsToldWithTheReason() {
        ChatResponse response = response()
                .withAdjustments(
                        List.of(new Adjustment("model", "offline/brief", "offline/thorough", "offline/brief: busy")));
        assertThat(detail(new Outcome.Completed(response)).notes())
                .contains("offline/brief gave no answer, so offline/thorough was asked in its place:"
                        + " offline/brief: busy");
    }

    @Test
    void aFailureTellsTheTriesBeforeItToo() {
        var failed = new Outcome.Failed(
                "overloaded", "busy", 503, "", RawExchange.NONE, Duration.ofSeconds(2), List.of(BUSY));
        assertThat(detail(failed).notes())
                .contains("Failed first after 1.2 s: offline/brief: busy (next try after 500 ms)");
    }
}
