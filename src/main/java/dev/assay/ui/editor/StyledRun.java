package dev.assay.ui.editor;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.Severity;
import dev.assay.prompt.SyntaxKind;
import dev.assay.prompt.SyntaxSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A stretch of text that looks the same throughout.
 *
 * @param start offset of the first character, from 0
 * @param end offset after the last character
 * @param classes its style classes; empty for plain text
 */
record StyledRun(int start, int end, List<String> classes) {

    /** Runs that cover a text of the given length without a gap, colours and problems laid over one another. */
    static List<StyledRun> cover(int length, List<SyntaxSpan> spans, List<Diagnostic> problems) {
        var cuts = new TreeSet<Integer>(List.of(0, length));
        spans.forEach(span -> addCuts(cuts, span.start(), span.end(), length));
        problems.forEach(problem -> addCuts(cuts, problem.start(), markEnd(problem), length));
        var runs = new ArrayList<StyledRun>();
        int span = 0;
        int from = 0;
        for (int to : cuts.tailSet(1)) {
            while (span < spans.size() && spans.get(span).end() <= from) {
                span++;
            }
            var classes = new ArrayList<String>();
            if (span < spans.size() && spans.get(span).start() <= from) {
                classes.add(styleClass(spans.get(span).kind()));
            }
            addProblem(classes, problems, from);
            runs.add(new StyledRun(from, to, List.copyOf(classes)));
            from = to;
        }
        return runs;
    }

    private static void addCuts(TreeSet<Integer> cuts, int start, int end, int length) {
        cuts.add(Math.clamp(start, 0, length));
        cuts.add(Math.clamp(end, 0, length));
    }

    /** The worst problem at an offset wins. */
    private static void addProblem(List<String> classes, List<Diagnostic> problems, int offset) {
        problems.stream()
                .filter(problem -> problem.start() <= offset && offset < markEnd(problem))
                .map(Diagnostic::severity)
                .min(Severity::compareTo)
                .ifPresent(severity -> classes.add(styleClass(severity)));
    }

    /** A problem of no width is marked at the character it stands before. */
    static int markEnd(Diagnostic problem) {
        return Math.max(problem.end(), problem.start() + 1);
    }

    /** The style class of a kind: {@code syntax-front-matter-key}. */
    static String styleClass(SyntaxKind kind) {
        return "syntax-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The style class of a severity: {@code problem-error}. */
    static String styleClass(Severity severity) {
        return "problem-" + severity.name().toLowerCase(Locale.ROOT);
    }
}
