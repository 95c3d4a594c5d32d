package dev.assay.pricing;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What models cost on which day. An unknown model has no price, never a price of zero. Models are found by the
 * provider's own name ({@code openai}, {@code anthropic}, ...), or as {@link #named} says. Immutable.
 */
public final class PriceTable {
    private final List<PriceRow> rows;
    private final Map<ModelId, List<PriceRow>> byModel;
    private final Map<String, String> listedAs;

    /** A table in which rows that stand earlier win. */
    PriceTable(List<PriceRow> rows) {
        this.rows = List.copyOf(rows);
        this.byModel = new HashMap<>();
        this.listedAs = Map.of();
        for (PriceRow row : rows) {
            add(row.model(), row);
        }
        for (PriceRow row : rows) {
            row.aliases().forEach(alias -> add(new ModelId(row.model().provider(), alias), row));
        }
    }

    private PriceTable(PriceTable table, Map<String, String> listedAs) {
        this.rows = table.rows;
        this.byModel = table.byModel;
        this.listedAs = Map.copyOf(listedAs);
    }

    private void add(ModelId model, PriceRow row) {
        List<PriceRow> listed = byModel.computeIfAbsent(model, any -> new ArrayList<>());
        // What the workspace says of an alias goes before what is shipped of a model of that name.
        boolean before = row.own() && !listed.isEmpty() && !listed.getFirst().own();
        listed.add(before ? 0 : listed.size(), row);
    }

    /** The table that Assay ships, read once when it is first asked for. */
    public static PriceTable standard() {
        return Standard.TABLE;
    }

    /**
     * The shipped table, with the rows of a workspace's own list going before it.
     *
     * @param file that list; need not be there
     * @throws InputException naming file and line of a mistake
     * @throws StorageException where the file cannot be read
     */
    public static PriceTable with(Path file) {
        List<PriceRow> own = PriceFile.read(file);
        if (own.isEmpty()) {
            return standard();
        }
        var all = new ArrayList<>(own);
        all.addAll(standard().rows);
        return new PriceTable(all);
    }

    /**
     * The same table for a user who calls providers otherwise than the list does.
     *
     * @param names the list's name of a provider by the user's, or a name that the list does not have for one that it
     *     says nothing of; a row of the workspace's own under the user's name goes before
     */
    public PriceTable named(Map<String, String> names) {
        return names.isEmpty() ? this : new PriceTable(this, names);
    }

    /** All rows, the workspace's own first. */
    public List<PriceRow> rows() {
        return rows;
    }

    /** The row that holds for a model on a day, or empty where there is none. */
    public Optional<PriceRow> rowOf(ModelId model, LocalDate day) {
        String listed = listedAs.getOrDefault(model.provider(), model.provider());
        return find(model, day)
                .filter(row -> row.own() || listed.equals(model.provider()))
                .or(() -> find(new ModelId(listed, model.model()), day));
    }

    private Optional<PriceRow> find(ModelId model, LocalDate day) {
        return ModelLookup.find(byModel, model)
                .flatMap(listed ->
                        listed.stream().filter(row -> row.holdsOn(day)).findFirst());
    }

    /** Today's price of a model for inputs of ordinary length, or empty where it is not known. */
    public Optional<Price> priceOf(ModelId model) {
        return rowOf(model, today()).map(PriceRow::base);
    }

    /** Today's price of a model in a batch, or empty where it is not known. */
    public Optional<Price> batchPriceOf(ModelId model) {
        return rowOf(model, today()).map(row -> row.isFree() ? row.base() : row.batch());
    }

    /** What a call costs today, as {@link #costOf(ModelId, Usage, LocalDate)}. */
    public Optional<Cost> costOf(ModelId model, Usage usage) {
        return costOf(model, usage, today());
    }

    /**
     * What a call cost, or empty where price or usage are not known; what is free
     * costs nothing whatever it took. A cost that the provider reports wins; what the list
     * says stands beside it. Cached tokens that were not reported count as uncached. Cost = uncached x input price +
     * cache reads x cached price + cache writes x write price + output x output price, all at the long-context price where
     * the input exceeds its threshold.
     *
     * @param day when the call was made, in UTC
     */
    public Optional<Cost> costOf(ModelId model, Usage usage, LocalDate day) {
        return reportedOr(usage, reckoned(model, usage, day));
    }

    /**
     * What a call in a batch cost, or empty where price or usage are not known. Of inputs longer than the threshold of
     * the long-context price no batch price is known. Tokens read from
     * a cache count as uncached, as the list has no other price; those written to one have none.
     *
     * @param day when the batch was sent, in UTC
     */
    public Optional<Cost> batchCostOf(ModelId model, Usage usage, LocalDate day) {
        return reportedOr(usage, reckonedInBatch(model, usage, day));
    }

    private static Optional<Cost> reportedOr(Usage usage, Optional<Cost> reckoned) {
        BigDecimal reported = usage.reportedCostUsd();
        return reported == null
                ? reckoned
                : Optional.of(
                        new Cost(reported, null, reckoned.map(Cost::listed).orElse(null)));
    }

    private Optional<Cost> reckonedInBatch(ModelId model, Usage usage, LocalDate day) {
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        Optional<PriceRow> row = rowOf(model, day);
        if (row.filter(PriceRow::isFree).isPresent()) {
            return row.map(free ->
                    new Cost(BigDecimal.ZERO, free.base(), new Listed(BigDecimal.ZERO, Tier.BATCH, free.date())));
        }
        if (input == null || output == null) {
            return Optional.empty();
        }
        return row.filter(priced -> priced.tier(input) == Tier.STANDARD).flatMap(priced -> {
            Price price = priced.batch();
            boolean writes = orZero(usage.cacheWriteTokens()) > 0;
            if (price == null || writes) {
                return Optional.empty();
            }
            BigDecimal usd = perMillion(price, input, 0, 0, output).movePointLeft(6);
            return Optional.of(new Cost(usd, price, new Listed(usd, Tier.BATCH, priced.date())));
        });
    }

    private Optional<Cost> reckoned(ModelId model, Usage usage, LocalDate day) {
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        if (input == null || output == null) {
            return rowOf(model, day).filter(PriceRow::isFree).map(row -> {
                var listed = new Listed(BigDecimal.ZERO, Tier.STANDARD, row.date());
                return new Cost(BigDecimal.ZERO, row.base(), listed);
            });
        }
        long cached = orZero(usage.cachedInputTokens());
        long written = orZero(usage.cacheWriteTokens());
        if (cached + written > input) {
            return Optional.empty();
        }
        return rowOf(model, day).map(row -> {
            Tier tier = row.tier(input);
            Price price = row.price(tier);
            BigDecimal usd = billed(price, usage)
                    .orElseGet(() -> perMillion(price, input - cached - written, cached, written, output))
                    .movePointLeft(6);
            return new Cost(usd, price, new Listed(usd, tier, row.date()));
        });
    }

    /** What the numbers of the bill come to, where the provider bills others than it counts. */
    private static Optional<BigDecimal> billed(Price price, Usage usage) {
        Long input = usage.billedInputTokens();
        Long output = usage.billedOutputTokens();
        return input == null || output == null
                ? Optional.empty()
                : Optional.of(times(price.inputPerMillion(), input).add(times(price.outputPerMillion(), output)));
    }

    private static BigDecimal perMillion(Price price, long fresh, long cached, long written, long output) {
        return times(price.inputPerMillion(), fresh)
                .add(times(or(price.cachedInputPerMillion(), price.inputPerMillion()), cached))
                .add(times(or(price.cacheWritePerMillion(), price.inputPerMillion()), written))
                .add(times(price.outputPerMillion(), output));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }

    private static BigDecimal or(@Nullable BigDecimal price, BigDecimal otherwise) {
        return price == null ? otherwise : price;
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** Loaded with the first call of {@link #standard()}. */
    private static final class Standard {
        static final PriceTable TABLE = new PriceTable(PriceFile.readStandard());
    }
}
