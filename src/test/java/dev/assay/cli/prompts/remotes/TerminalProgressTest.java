package dev.assay.cli.prompts.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.session.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Instant now = Instant.EPOCH;

    private TerminalProgress progress(boolean live, boolean silent) {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, live);
        return new TerminalProgress(terminal, silent, () -> now);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void rewritesOneLineOfATerminalAndTakesItAway() {
        TerminalProgress progress = progress(true, false);
        progress.at("Receiving objects", 0, 200);
        later(Duration.ofMillis(60));
        progress.at("Receiving objects", 50, 200);
        progress.at("Receiving objects", 51, 200);
        progress.at("Receiving objects", 200, 200);
        progress.clear();
        progress.clear();

        assertThat(err.toString().split("\r\033\\[K", -1))
                .containsExactly(
                        "",
                        "Receiving objects 0 % (0 of 200)",
                        "Receiving objects 25 % (50 of 200)",
                        "Receiving objects 100 % (200 of 200)",
                        "");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void showsASignOfLifeNowAndThenWhereNoLineCanBeRewritten() {
        TerminalProgress progress = progress(false, false);
        for (int done = 0; done <= 250; done++) {
            progress.at("Receiving objects", done, 250);
            later(Duration.ofMillis(100));
        }
        progress.clear();

        assertThat(err.toString().lines())
                .containsExactly(
                        "assay: Receiving objects 40 % (101 of 250)", "assay: Receiving objects 80 % (202 of 250)");
    }

    @Test
    void saysNothingOfAShortExchangeInALog() {
        TerminalProgress progress = progress(false, false);
        progress.at("Receiving objects", 1, 1);
        progress.clear();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysNothingWhereADocumentIsWanted() {
        TerminalProgress progress = progress(true, true);
        progress.at("Receiving objects", 1, 2);
        later(Duration.ofMinutes(1));
        progress.at("Receiving objects", 2, 2);
        progress.clear();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void countsWhereTheWholeIsNotKnownAndFitsOneLineWhateverTheRemoteSays() {
        TerminalProgress progress = progress(true, false);
        progress.at("remote: \033[31mCounting\n" + "x".repeat(500), 7, 0);

        String line = err.toString().replace("\r\033[K", "");
        assertThat(line).endsWith("\u2026 7").hasSizeLessThan(80).doesNotContain("\033", "\n");
    }
}
