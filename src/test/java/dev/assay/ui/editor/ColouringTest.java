package dev.assay.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.SourceLocation;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.Severity;
import dev.assay.prompt.SyntaxKind;
import dev.assay.prompt.SyntaxSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColouringTest {
    @Test
    void runsCoverTheTextWithoutAGap() {
        var runs = StyledRun.cover(10, List.of(new SyntaxSpan(2, 5, SyntaxKind.VARIABLE)), List.of());

        assertThat(runs)
                .containsExactly(
                        new StyledRun(0, 2, List.of()),
                        new StyledRun(2, 5, List.of("syntax-variable")),
                        new StyledRun(5, 10, List.of()));
    }

    @Test
    void aProblemIsLaidOverTheColours() {
        var runs = StyledRun.cover(
                6, List.of(new SyntaxSpan(0, 4, SyntaxKind.HELPER)), List.of(problem(Severity.ERROR, 2, 6)));

        assertThat(runs)
                .containsExactly(
                        new StyledRun(0, 2, List.of("syntax-helper")),
                        new StyledRun(2, 4, List.of("syntax-helper", "problem-error")),
                        new StyledRun(4, 6, List.of("problem-error")));
    }

    @Test
    void theWorstOfTwoProblemsIsShown() {
        var problems = List.of(problem(Severity.WARNING, 0, 3), problem(Severity.ERROR, 0, 3));

        assertThat(StyledRun.cover(3, List.of(), problems))
                .containsExactly(new StyledRun(0, 3, List.of("problem-error")));
    }

    @Test
    void aProblemBeyondTheEndOfTheTextIsClipped() {
        assertThat(StyledRun.cover(3, List.of(), List.of(problem(Severity.ERROR, 3, 3))))
                .containsExactly(new StyledRun(0, 3, List.of()));
    }

    @Test
    void anEmptyTextHasNoRuns() {
        assertThat(StyledRun.cover(0, List.of(), List.of())).isEmpty();
    }

    @Test
    void typingInOnePlaceRestylesOnlyThatPlace() {
        var before = colouring("{{a}} and {{b}} and {{c}}");
        var after = colouring("{{a}} and {{bb}} and {{c}}");

        assertThat(after.changedSince(before, Untouched.all(23).after(13, 0, 1)))
                .isNotEmpty()
                .hasSizeLessThan(after.runs().size());
    }

    @Test
    void nothingIsRestyledWhereNothingChanged() {
        assertThat(colouring("{{a}} b").changedSince(colouring("{{a}} b"), Untouched.all(7)))
                .isEmpty();
    }

    /** The area keeps the styles of what was not edited; after the changed runs are applied it must look right. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void applyingTheChangedRunsGivesTheSameLookAsColouringEverything(long seed) {
        var random = new Random(seed);
        var shown = Colouring.NONE;
        var styles = new ArrayList<List<String>>();
        for (int i = 0; i < 300; i++) {
            Edit edit = edit(random, shown.text(), styles);
            Colouring next = colouring(edit.text());
            for (StyledRun run : next.changedSince(shown, edit.untouched())) {
                for (int at = run.start(); at < run.end(); at++) {
                    styles.set(at, run.classes());
                }
            }
            assertThat(styles).isEqualTo(flatten(next.runs()));
            shown = next;
        }
    }

    private record Edit(String text, Untouched untouched) {}

    private static Edit edit(Random random, String text, List<List<String>> styles) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        String inserted = List.of("", "x", "{{", "}}", "{{v}}", "\n").get(random.nextInt(6));
        List<String> inherited = from == 0 ? List.of() : styles.get(from - 1);
        styles.subList(from, to).clear();
        for (int i = 0; i < inserted.length(); i++) {
            styles.add(from, inherited);
        }
        return new Edit(
                text.substring(0, from) + inserted + text.substring(to),
                Untouched.all(text.length()).after(from, to - from, inserted.length()));
    }

    private static List<List<String>> flatten(List<StyledRun> runs) {
        var styles = new ArrayList<List<String>>();
        runs.forEach(run -> {
            for (int at = run.start(); at < run.end(); at++) {
                styles.add(run.classes());
            }
        });
        return styles;
    }

    private static Colouring colouring(String text) {
        var matcher = Pattern.compile("\\{\\{[a-z]*}}").matcher(text);
        var spans = new ArrayList<SyntaxSpan>();
        while (matcher.find()) {
            spans.add(new SyntaxSpan(matcher.start(), matcher.end(), SyntaxKind.VARIABLE));
        }
        return new Colouring(text, StyledRun.cover(text.length(), spans, List.of()));
    }

    private static Diagnostic problem(Severity severity, int start, int end) {
        return new Diagnostic(severity, "name", "message", new SourceLocation("p", 1, 1), start, end);
    }
}
