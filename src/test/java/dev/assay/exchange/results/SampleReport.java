package dev.assay.exchange.results;

import dev.assay.exchange.results.content.RunReport;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.gate.Gate;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.judge.Score;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reports of runs whose texts a test chooses. */
public final class SampleReport {
    /** What a model might answer, or a stranger write into a dataset, to harm whoever opens a report. */
    public static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)' | `code` ``` ~~~\n"
                    + "# head\n- [link](javascript:alert(4)) @everyone #1 http://evil.example/ ]]> &lt; \u0000\u0007\u001b[31m\u202e"
                    + " \uFFFE \uD800 end";

    private SampleReport() {}

    /** Two variants on so many cases: B is worse on every third, better on the next, else the same. */
    public static Comparison comparison(int cases, int variants) {
        var run = new ScoredRun(variants, cases, 1);
        for (int i = 0; i < cases; i++) {
            for (int variant = 0; variant < variants; variant++) {
                double base = 0.5 + 0.1 * (i % 4);
                double change = variant == 0 ? 0 : i % 3 == 0 ? -0.3 : i % 3 == 1 ? 0.1 : 0;
                run.answered(
                        variant,
                        i,
                        0,
                        base + change,
                        Usage.of(100 + i, 20),
                        new BigDecimal("0.001").divide(new BigDecimal(variant + 1), java.math.MathContext.DECIMAL32),
                        100 + i);
            }
        }
        return run.compare();
    }

    /** The comparison with other texts: answers, judges' reasons and inputs. */
    public static Comparison saying(Comparison comparison, Function<CellKey, String> text) {
        List<Cell> cells = comparison.cells().stream()
                .map(cell -> saying(cell, text.apply(cell.key())))
                .toList();
        return Comparison.of(comparison.run(), cells);
    }

    /** The report after gates were checked. */
    public static RunReport gated(Comparison comparison, Gate... gates) {
        return new RunReport(
                comparison,
                Arrays.stream(gates)
                        .flatMap(gate -> gate.check(comparison).stream())
                        .toList());
    }

    private static Cell saying(Cell cell, String text) {
        Invocation answer = cell.answer();
        Outcome outcome = switch (answer.outcome()) {
            case Outcome.Completed completed -> new Outcome.Completed(said(completed.response(), text));
            case Outcome.Failed failed ->
                new Outcome.Failed(failed.errorType(), text, null, text, failed.raw(), failed.elapsed());
            case Outcome.Cancelled cancelled -> new Outcome.Cancelled(text);
        };
        return new Cell(
                cell.key(),
                Map.of("notes", text),
                text,
                new Invocation(
                        answer.id(),
                        answer.operation(),
                        answer.metric(),
                        answer.startedAt(),
                        answer.request(),
                        outcome,
                        answer.cost()),
                cell.judgeCalls(),
                cell.scores().stream().map(score -> saying(score, text)).toList());
    }

    private static ChatResponse said(ChatResponse response, String text) {
        return new ChatResponse(
                text,
                "",
                response.finishReason(),
                null,
                response.usage(),
                response.latency(),
                null,
                null,
                List.of(),
                response.raw());
    }

    private static Score saying(Score score, String text) {
        return switch (score) {
            case Score.Scored scored ->
                new Score.Scored(scored.metric(), scored.judge(), scored.value(), scored.points(), text, List.of());
            case Score.Unscored unscored ->
                new Score.Unscored(unscored.metric(), unscored.judge(), text, text, List.of());
        };
    }
}
