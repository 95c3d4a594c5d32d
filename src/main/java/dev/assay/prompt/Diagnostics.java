package dev.assay.prompt;

import dev.assay.prompt.source.Problem;
import dev.assay.prompt.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file. */
final class Diagnostics {
    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    Diagnostics(SourceText source) {
        this.source = source;
    }

    void add(Severity severity, String name, String message, int start, int end) {
        found.add(new Diagnostic(severity, name, message, source.locate(start), start, end));
    }

    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    void add(Problem problem) {
        add(Severity.ERROR, problem.name(), problem.message(), problem.start(), problem.end());
    }

    /** All of them, by position. */
    List<Diagnostic> sorted() {
        return found.stream().sorted(Comparator.comparingInt(Diagnostic::start)).toList();
    }
}
