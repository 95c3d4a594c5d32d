package dev.assay.experiment.bisect;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Looks for the revision at which a score fell below a bound: back from the newest in steps that double until one is
 * found that is not below, then between the two by halves. A revision without a score is passed over. Used once.
 *
 * @param <T> a revision
 */
public final class Bisection<T> {
    private final List<T> revisions;
    private final double bound;
    private final ToDoubleFunction<T> measure;
    private final Map<Integer, Double> tried = new LinkedHashMap<>();

    /**
     * A search.
     *
     * @param revisions the oldest first; at least one
     * @param bound a score below it is bad
     * @param measure the score of a revision; not a number where it has none
     */
    public Bisection(List<T> revisions, double bound, ToDoubleFunction<T> measure) {
        this.revisions = List.copyOf(revisions);
        this.bound = bound;
        this.measure = measure;
    }

    /** Searches. */
    public Bisected<T> search() {
        int bad = revisions.size() - 1;
        if (Double.isNaN(score(bad))) {
            return result(Bisected.Outcome.NEWEST_UNSCORED, -1, -1);
        }
        if (!isBad(bad)) {
            return result(Bisected.Outcome.NOT_BELOW, -1, -1);
        }
        int good = -1;
        for (int step = 1, at = bad - 1; good < 0 && at >= 0; ) {
            if (isBad(at)) {
                bad = at;
                step *= 2;
                at = at == 0 ? -1 : Math.max(0, at - step);
            } else if (Double.isNaN(score(at))) {
                at--;
            } else {
                good = at;
            }
        }
        return good < 0 ? result(Bisected.Outcome.BELOW_FROM_THE_FIRST, -1, bad) : between(good, bad);
    }

    private Bisected<T> between(int from, int to) {
        int good = from;
        int bad = to;
        Optional<Integer> next = untried(good, bad);
        while (next.isPresent()) {
            int at = next.get();
            if (isBad(at)) {
                bad = at;
            } else if (!Double.isNaN(score(at))) {
                good = at;
            }
            next = untried(good, bad);
        }
        return result(bad - good == 1 ? Bisected.Outcome.FOUND : Bisected.Outcome.ONE_OF_SEVERAL, good, bad);
    }

    /** The one nearest to the middle that is not known yet. */
    private Optional<Integer> untried(int good, int bad) {
        return IntStream.range(good + 1, bad)
                .filter(at -> !tried.containsKey(at))
                .boxed()
                .min(Comparator.comparingInt(at -> Math.abs(2 * at - good - bad)));
    }

    private boolean isBad(int at) {
        return score(at) < bound;
    }

    private double score(int at) {
        return tried.computeIfAbsent(at, index -> measure.applyAsDouble(revisions.get(index)));
    }

    private Bisected<T> result(Bisected.Outcome outcome, int good, int bad) {
        return new Bisected<>(
                outcome,
                good < 0 ? Optional.empty() : Optional.of(revisions.get(good)),
                good < 0 ? List.of() : revisions.subList(good + 1, bad + 1),
                tried.entrySet().stream()
                        .map(one -> new Bisected.Tried<>(
                                revisions.get(one.getKey()),
                                Double.isNaN(one.getValue())
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(one.getValue())))
                        .toList(),
                revisions.size());
    }
}
