package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.llm.CacheStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the cache did for a comparison.
 *
 * @param answers answers that no call was made for
 * @param semantic how many of them are the answers to similar questions
 * @param judgements judges' replies that no call was made for
 * @param savedUsd what those would have cost, or null where any of it is not known
 */
public record CacheUse(
        int answers, int semantic, int judgements, @Nullable BigDecimal savedUsd) {

    /** Of the cells of a comparison. */
    public static CacheUse of(Comparison comparison) {
        List<Invocation> answers = comparison.cells().stream()
                .map(Cell::answer)
                .filter(CacheUse::isCached)
                .toList();
        List<Invocation> judgements = comparison.cells().stream()
                .flatMap(cell -> cell.judgeCalls().stream())
                .filter(CacheUse::isCached)
                .toList();
        int semantic = (int) answers.stream()
                .filter(call -> call.outcome() instanceof Outcome.Completed completed
                        && completed.response().cache() == CacheStatus.SEMANTIC)
                .count();
        return new CacheUse(answers.size(), semantic, judgements.size(), saved(answers, judgements));
    }

    /** Whether it did anything. */
    public boolean any() {
        return answers + judgements > 0;
    }

    private static boolean isCached(Invocation call) {
        return call.outcome() instanceof Outcome.Completed completed
                && !completed.response().cache().isMeasured();
    }

    private static @Nullable BigDecimal saved(List<Invocation> answers, List<Invocation> judgements) {
        BigDecimal sum = BigDecimal.ZERO;
        for (List<Invocation> calls : List.of(answers, judgements)) {
            if (calls.stream().map(Invocation::savedUsd).anyMatch(Objects::isNull)) {
                return null;
            }
            for (Invocation call : calls) {
                sum = sum.add(Objects.requireNonNull(call.savedUsd()));
            }
        }
        return sum;
    }
}
