package dev.assay.exchange.results.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.results.SampleReport;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.gate.ScoreFloor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    private static List<String> lines(Comparison comparison) {
        return MarkdownReport.of(SampleReport.gated(comparison)).lines().toList();
    }

    @Test
    void theVerdictComesFirstAndTheFiguresAfterIt() {
        List<String> lines = lines(SampleReport.comparison(30, 2));

        assertThat(lines.getFirst()).isEqualTo("### Assay: title");
        assertThat(lines.get(2)).startsWith("- **B is worse than A on relevance by 0.067 (95% CI ");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("| **B** | <code>p</code> | <code>offline&#47;brief</code> | 30 | 0.577 (0.5")
                        .contains(" to 0.")
                        .endsWith("| \\$0.0150 | 114 ms | 128 ms |"));
    }

    @Test
    void theWorstRegressionsLeadToTheirTexts() {
        List<String> lines = lines(SampleReport.comparison(30, 2));

        assertThat(lines).contains("#### Worst regressions against A", "##### Case 1");
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).startsWith("| [1](#case-1) | B | relevance | 0.500 | 0.200 | -0.300 |"));
    }

    @Test
    void theGateStandsWithTheVerdict() {
        String text =
                MarkdownReport.of(SampleReport.gated(SampleReport.comparison(30, 2), new ScoreFloor("relevance", 0.6)));

        assertThat(text)
                .contains("✅ A passed: relevance, relevance at least 0.60")
                .contains("❌ **Gate failed** (relevance at least 0.60): relevance of B");
    }

    @Test
    void aTableRowStaysOneRowWhateverAModelSays() {
        List<String> lines = lines(SampleReport.saying(SampleReport.comparison(12, 2), key -> SampleReport.HOSTILE));

        List<String> rows = lines.stream()
                .filter(line -> line.startsWith("| [")) // of the regressions
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.chars().filter(sign -> sign == '|').count()).isEqualTo(8);
            assertThat(row.replace("<code>", "").replace("</code>", "").replaceFirst("\\(#case-\\d+\\)", ""))
                    .doesNotContain("<", ">", "`", "@", "](");
        });
    }

    @Test
    void aBlockOfCodeEndsWhereItShouldAndNotWhereTheAnswerSays() {
        String block = MarkdownText.block("before\n```\n</details>\n````js\nafter", 1000);

        assertThat(block).startsWith("`````text\n").endsWith("\n`````");
        assertThat(MarkdownText.block("x".repeat(50), 20)).contains("x".repeat(20) + "\n… (30 more characters)");
    }

    @Test
    void aCommentIsNeverTooLongToPost() {
        Comparison long_ = SampleReport.saying(SampleReport.comparison(40, 3), key -> "word | ".repeat(100_000));

        String text = MarkdownReport.of(SampleReport.gated(long_));

        assertThat(text.length()).isLessThan(65_536);
        assertThat(text).contains("assay runs show r</code></sub>");
    }

    @Test
    void whatWasNotScoredAndWhatFailedIsSaid() {
        var run = new ScoredRun(2, 1, 1).failed(0, 0, 0).scored(1, 0, 0, Double.NaN);

        assertThat(String.join("\n", lines(run.compare())))
                .contains("| not scored |")
                .contains("Failed in 1 cell of A: overloaded: overloaded")
                .contains("Not scored in 1 cell of B: relevance: unreadable");
    }
}
