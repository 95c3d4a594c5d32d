package dev.assay.workbench.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.ScoredRun;
import dev.assay.history.RunStatus;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static ScoredRun run(int cases, IntToDoubleFunction difference) {
        return ScoredRun.of(
                IntStream.range(0, cases).mapToDouble(i -> 0.5).toArray(),
                IntStream.range(0, cases)
                        .mapToDouble(i -> 0.5 + difference.applyAsDouble(i))
                        .toArray());
    }

    @Test
    void onlyWhatIsShownToBeNotWorseByMoreThanTheMarginIsAccepted() {
        ScoredRun aLittleWorse = run(20, i -> -0.03 + 0.01 * (i % 2));

        assertThat(Acceptance.of(aLittleWorse.compare(), 1, 0.05).accepted()).isTrue();
        Acceptance strict = Acceptance.of(aLittleWorse.compare(), 1, 0.01);
        assertThat(strict.accepted()).isFalse();
        assertThat(strict.reason())
                .startsWith("On relevance it is not shown that the shorter prompt is at most 0.010 worse.");
        // No difference was found, but one of 0.3 is well possible.
        assertThat(Acceptance.of(run(12, i -> i % 2 == 0 ? 0.4 : -0.4).compare(), 1, 0.05)
                        .accepted())
                .isFalse();
    }

    @Test
    void fewCasesShowNothingHoweverAlikeTheyAre() {
        Acceptance few = Acceptance.of(run(5, i -> 0).compare(), 1, 0.05);

        assertThat(few.accepted()).isFalse();
        assertThat(few.reason()).startsWith("On relevance it is not decided");
        assertThat(Acceptance.of(run(12, i -> 0).compare(), 1, 0.05).accepted()).isTrue();
    }

    @Test
    void aStoppedRunShowsNothing() {
        Acceptance stopped = Acceptance.of(run(20, i -> 0.1).compare(RunStatus.STOPPED), 1, 0.05);

        assertThat(stopped.accepted()).isFalse();
        assertThat(stopped.reason()).contains("stopped before its end");
    }

    @Test
    void callsThatFailOnlyWithTheShorterPromptSpeakAgainstIt() {
        var run = new ScoredRun(2, 21, 1);
        for (int i = 0; i < 20; i++) {
            run.scored(0, i, 0, 0.5).scored(1, i, 0, 0.6);
        }
        Acceptance failing =
                Acceptance.of(run.scored(0, 20, 0, 0.5).failed(1, 20, 0).compare(), 1, 0.05);

        assertThat(failing.accepted()).isFalse();
        assertThat(failing.reason()).isEqualTo("The shorter prompt got no answer on 1 of 21 cases, the original on 0.");
    }
}
