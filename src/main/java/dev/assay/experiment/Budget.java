package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.StopReason;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.pricing.Price;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Begins no cell that could bring a run above its budget. What a cell will cost is not known before it has ended: until
 * then as much is put aside for it as the dearest cell of its variant has cost, or as its tokens could cost where none
 * has ended. Only a cell that is dearer than all before it can so bring the run above its budget, by the difference.
 * Thread-safe.
 */
final class Budget {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Few characters a token, and many tokens where the prompt sets no limit: rather too much is put aside. */
    private static final int CHARACTERS_A_TOKEN = 3;

    private static final int OUTPUT_TOKENS = 1024;

    /** What a judge is told besides the texts, and what it says. */
    private static final int JUDGE_TOKENS = 900;

    private static final int VERDICT_TOKENS = 300;

    private final BigDecimal limit;
    private final PriceTable prices;
    private final List<ModelId> judges;
    private final Function<ModelId, List<ModelId>> asks;
    private final Set<ModelId> inBatches;
    private final Map<CellKey, BigDecimal> aside = new HashMap<>();
    private final Map<Integer, BigDecimal> dearest = new HashMap<>();
    private final Map<CellKey, BigDecimal> costs = new HashMap<>();
    private BigDecimal spent = BigDecimal.ZERO;

    /**
     * A budget.
     *
     * @param limit in US dollars
     * @param models that are compared
     * @param judges who is asked about each answer, one for each judgement
     * @param asks the models that a request to one of them may take
     * @param inBatches those of the models that are asked in batches
     * @throws InputException where a price is not known
     */
    Budget(
            BigDecimal limit,
            PriceTable prices,
            List<ModelId> models,
            List<ModelId> judges,
            Function<ModelId, List<ModelId>> asks,
            Set<ModelId> inBatches) {
        this.limit = limit;
        this.inBatches = inBatches;
        this.prices = prices;
        this.asks = asks;
        this.judges =
                judges.stream().flatMap(judge -> asks.apply(judge).stream()).toList();
        models.forEach(this::answerPrices);
        this.judges.forEach(this::requirePrice);
    }

    /** The prices of the calls that an answer of a model may take. */
    private List<Price> answerPrices(ModelId model) {
        return inBatches.contains(model)
                ? List.of(requireBatchPrice(model))
                : asks.apply(model).stream().map(this::requirePrice).toList();
    }

    private Price requireBatchPrice(ModelId model) {
        return prices.batchPriceOf(model)
                .orElseThrow(() -> new InputException("The budget cannot be kept, as the price of " + model
                        + " in a batch is not known: add it to prices.csv as batch_input and batch_output, or run"
                        + " without a budget"));
    }

    private Price requirePrice(ModelId model) {
        return prices.priceOf(model)
                .orElseThrow(() -> new InputException("The budget cannot be kept, as the price of " + model
                        + " is not known: add it to prices.csv, or run without a budget"));
    }

    /**
     * Counts a cell that has ended; one that ended before without its scores, or failed, counts anew.
     *
     * @param whole whether it has all it was to have, so that it tells what others will cost unless a cache gave some of it
     */
    synchronized void ended(Cell cell, boolean whole) {
        aside.remove(cell.key());
        BigDecimal cost = Stream.concat(Stream.of(cell.answer()), cell.judgeCalls().stream())
                .map(Invocation::cost)
                .filter(one -> one != null)
                .map(one -> one.usd())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before = costs.put(cell.key(), cost);
        spent = spent.add(cost).subtract(before == null ? BigDecimal.ZERO : before);
        if (whole && !isSpared(cell)) {
            dearest.merge(cell.key().variant(), cost, BigDecimal::max);
        }
        notifyAll();
    }

    /** Whether a cache gave some of it, so that it cost less than others will. */
    private static boolean isSpared(Cell cell) {
        return Stream.concat(Stream.of(cell.answer()), cell.judgeCalls().stream())
                .anyMatch(call -> call.outcome() instanceof Outcome.Completed completed
                        && !completed.response().cache().isMeasured());
    }

    /** Puts nothing aside any more for a cell that will not end. */
    synchronized void abandoned(CellKey key) {
        aside.remove(key);
        notifyAll();
    }

    /** Puts money aside for a cell; waits for cells under way where what they leave may be enough. */
    synchronized Optional<StopReason> before(PlannedCell cell) throws InterruptedException {
        while (true) {
            BigDecimal needed = expected(cell);
            BigDecimal taken = aside.values().stream().reduce(spent, BigDecimal::add);
            if (taken.add(needed).compareTo(limit) <= 0) {
                aside.put(cell.key(), needed);
                return Optional.empty();
            }
            if (aside.isEmpty()) {
                return Optional.of(StopReason.BUDGET);
            }
            wait();
        }
    }

    /**
     * Refuses cells that are paid for together, as none of them can be left out later.
     *
     * @throws InputException where they could bring the run above its budget
     */
    synchronized void requireRoom(List<PlannedCell> cells) {
        BigDecimal needed = cells.stream().map(this::expected).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (spent.add(needed).compareTo(limit) > 0) {
            throw new InputException("A batch is paid for as a whole, and these " + cells.size()
                    + " answers with their judgements could cost up to $" + shown(needed)
                    + (spent.signum() == 0 ? "" : " beside the $" + shown(spent) + " spent already")
                    + ", above the budget of $" + limit.toPlainString()
                    + ": raise the budget, cap the answers (maxOutputTokens, --max-tokens), or run fewer cases");
        }
    }

    private static String shown(BigDecimal usd) {
        return usd.setScale(4, RoundingMode.UP).toPlainString();
    }

    /** What a cell will cost beside what it has cost already. */
    private BigDecimal expected(PlannedCell cell) {
        BigDecimal known = dearest.get(cell.key().variant());
        return known == null
                ? atMost(cell)
                : known.subtract(costs.getOrDefault(cell.key(), BigDecimal.ZERO))
                        .max(BigDecimal.ZERO);
    }

    private BigDecimal atMost(PlannedCell cell) {
        ChatRequest request = cell.request();
        int characters = request.messages().stream()
                .map(Message::text)
                .mapToInt(String::length)
                .sum();
        long input = characters / CHARACTERS_A_TOKEN + 1L;
        Integer told = request.parameters().maxOutputTokens();
        long output = told == null ? OUTPUT_TOKENS : told;
        BigDecimal answer = cell.begun() != null
                ? BigDecimal.ZERO
                : answerPrices(request.model()).stream()
                        .map(price -> usd(price, input, output))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return judges.stream()
                .map(judge -> usd(requirePrice(judge), input + output + JUDGE_TOKENS, VERDICT_TOKENS))
                .reduce(answer, BigDecimal::add);
    }

    private static BigDecimal usd(Price price, long input, long output) {
        return price.inputPerMillion()
                .multiply(BigDecimal.valueOf(input))
                .add(price.outputPerMillion().multiply(BigDecimal.valueOf(output)))
                .divide(MILLION);
    }
}
