package dev.assay.prompt;

import java.util.ArrayList;
import java.util.List;

/** Gathers spans from left to right; touching spans of one kind become one. */
final class SpanList {
    private final List<SyntaxSpan> spans = new ArrayList<>();

    void add(int start, int end, SyntaxKind kind) {
        if (start >= end) {
            return;
        }
        SyntaxSpan last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.kind() == kind && last.end() == start) {
            spans.set(spans.size() - 1, new SyntaxSpan(last.start(), end, kind));
        } else {
            spans.add(new SyntaxSpan(start, end, kind));
        }
    }

    List<SyntaxSpan> finish() {
        return List.copyOf(spans);
    }
}
