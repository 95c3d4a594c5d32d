package dev.assay.experiment.stats.frontier;

import dev.assay.llm.InputException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Variants by what they cost and how good they are. An unknown cost is never taken for nothing: such a variant stands
 * beside the board, dominates none and is never the cheapest.
 *
 * @param baseline the variant that the others were compared with
 * @param challengers the others
 */
public record ParetoBoard(Option baseline, List<Option> challengers) {
    private static final Comparator<Option> CHEAPEST_THEN_BEST = Comparator.comparing(ParetoBoard::price)
            .thenComparing(Comparator.comparingDouble(Option::quality).reversed());

    public ParetoBoard {
        challengers = List.copyOf(challengers);
    }

    /** Variants that no other beats on both cost and quality, the cheapest first. */
    public List<Option> frontier() {
        return priced().filter(option -> dominator(option).isEmpty())
                .sorted(CHEAPEST_THEN_BEST)
                .toList();
    }

    /** The best variant that costs no more and is no worse than this one, and cheaper or better. */
    public Optional<Option> dominator(Option option) {
        return priced().filter(other -> other.dominates(option))
                .min(Comparator.comparingDouble(Option::quality).reversed().thenComparing(ParetoBoard::price));
    }

    /** Variants whose cost is not known. */
    public List<Option> unpriced() {
        return all().filter(option -> option.cost() == null).toList();
    }

    /**
     * The cheapest variant not worse than the baseline by more than a margin; the baseline itself is one.
     *
     * @param margin above 0
     * @return empty only where no such variant has a known cost
     * @throws InputException where the margin is not above 0
     */
    public Optional<Option> cheapestNotInferior(double margin) {
        if (!(margin > 0)) {
            throw new InputException("A margin of " + margin + " cannot be kept to: it must be above 0");
        }
        return Stream.concat(Stream.of(baseline), challengers.stream().filter(option -> option.isNotInferiorBy(margin)))
                .filter(option -> option.cost() != null)
                .min(CHEAPEST_THEN_BEST);
    }

    private Stream<Option> priced() {
        return all().filter(option -> option.cost() != null);
    }

    private Stream<Option> all() {
        return Stream.concat(Stream.of(baseline), challengers.stream());
    }

    private static BigDecimal price(Option option) {
        BigDecimal cost = option.cost();
        if (cost == null) {
            throw new IllegalArgumentException(option.name() + " has no known cost");
        }
        return cost;
    }
}
