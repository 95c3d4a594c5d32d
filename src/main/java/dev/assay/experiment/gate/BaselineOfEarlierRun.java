package dev.assay.experiment.gate;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Variant;
import dev.assay.experiment.gate.Baseline.Pairing;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds a baseline among the variants of an earlier run on the same cases. */
public final class BaselineOfEarlierRun {
    private final String name;
    private final Comparison earlier;
    private final Candidate run;

    private BaselineOfEarlierRun(String name, Comparison earlier, Candidate run) {
        this.name = name;
        this.earlier = earlier;
        this.run = run;
    }

    /**
     * For each variant the one variant of the earlier run with the same prompt and model, at whatever revision; else the
     * only one with that prompt; else the only one there is.
     *
     * @param letter of the variant that all are held against, or null to choose as above
     * @throws InputException where cases, judge or metrics differ, or several variants could be meant
     */
    public static Baseline find(String name, Comparison earlier, @Nullable String letter, Candidate run) {
        var search = new BaselineOfEarlierRun(name, earlier, run);
        search.requireComparable();
        return new Baseline(name, earlier, search.pairings(letter));
    }

    private void requireComparable() {
        Run before = earlier.run();
        require(
                before.datasetHash().equals(run.datasetHash()),
                "ran on other cases (" + before.dataset() + ") than " + run.dataset()
                        + " has now: run the baseline again on these");
        require(
                Objects.equals(before.judge(), run.judge()),
                "was judged by " + before.judge() + ", and this one is by " + run.judge()
                        + ": give both the same --judge");
        require(
                run.metrics().stream().anyMatch(before.metrics()::contains),
                "was judged by " + before.metrics() + ", of which this run has none");
    }

    private List<Pairing> pairings(@Nullable String letter) {
        Map<Integer, List<Integer>> challengers = new LinkedHashMap<>();
        for (int i = 0; i < run.variants().size(); i++) {
            int baseline = letter == null ? baselineOf(i) : withLetter(letter);
            challengers.computeIfAbsent(baseline, key -> new ArrayList<>()).add(i);
        }
        return challengers.entrySet().stream()
                .map(entry -> new Pairing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private int withLetter(String letter) {
        List<Integer> found = earlier(variant -> variant.label().equals(letter));
        require(!found.isEmpty(), "has no variant " + letter + ", only " + letters(all()));
        return found.getFirst();
    }

    private int baselineOf(int challenger) {
        Variant variant = run.variants().get(challenger);
        List<BiPredicate<RunVariant, Variant>> likenesses = List.of(
                (before, now) -> before.prompt().equals(now.prompt().name())
                        && before.model().equals(now.model()),
                (before, now) -> before.prompt().equals(now.prompt().name()),
                (before, now) -> true);
        for (BiPredicate<RunVariant, Variant> like : likenesses) {
            List<Integer> found = earlier(before -> like.test(before, variant));
            if (found.size() == 1) {
                return found.getFirst();
            }
            require(
                    found.isEmpty(),
                    "has several variants that " + Variant.label(challenger) + " could be held against ("
                            + letters(found) + "): write " + name + ":"
                            + earlier.run().variants().getFirst().label() + " or the like");
        }
        throw new IllegalStateException("A run has at least one variant");
    }

    private List<Integer> all() {
        return earlier(variant -> true);
    }

    private List<Integer> earlier(java.util.function.Predicate<RunVariant> which) {
        List<RunVariant> variants = earlier.run().variants();
        return IntStream.range(0, variants.size())
                .filter(i -> which.test(variants.get(i)))
                .boxed()
                .toList();
    }

    private String letters(List<Integer> indexes) {
        return indexes.stream()
                .map(i -> earlier.run().variants().get(i).label())
                .collect(Collectors.joining(", "));
    }

    private void require(boolean holds, String trouble) {
        if (!holds) {
            throw new InputException("Run " + earlier.run().id() + " " + trouble);
        }
    }
}
