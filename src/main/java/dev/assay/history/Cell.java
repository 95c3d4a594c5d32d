package dev.assay.history;

import dev.assay.judge.Score;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finished cell of a run: one variant on one case, once.
 *
 * @param key its place in the run
 * @param inputs the case's values
 * @param expected the case's expected answer, or null
 * @param answer the call under test
 * @param judgeCalls the calls that judges made, each metric's retry included
 * @param scores one a metric; empty where there was no answer to judge
 */
public record Cell(
        CellKey key,
        Map<String, Object> inputs,
        @Nullable String expected,
        Invocation answer,
        List<Invocation> judgeCalls,
        List<Score> scores) {
    public Cell {
        judgeCalls = List.copyOf(judgeCalls);
        scores = List.copyOf(scores);
    }
}
