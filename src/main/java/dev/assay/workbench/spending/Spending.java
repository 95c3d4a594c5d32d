package dev.assay.workbench.spending;

import dev.assay.experiment.Purse;
import dev.assay.history.RunHistory;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceRow;
import dev.assay.pricing.PriceTable;
import dev.assay.settings.budget.BudgetsFile;
import dev.assay.settings.budget.SpendingLimit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The budgets of a workspace, as {@code budgets.yaml} has them now, held against its history. */
public final class Spending implements Purse {
    private final Path file;
    private final RunHistory history;
    private final Supplier<PriceTable> prices;
    private final InstantSource clock;

    /**
     * The budgets of a file.
     *
     * @param file need not be there
     * @param prices tell which models are free, so that no budget is asked for them
     */
    public Spending(Path file, RunHistory history, Supplier<PriceTable> prices, InstantSource clock) {
        this.file = file;
        this.history = history;
        this.prices = prices;
        this.clock = clock;
    }

    /** Each budget with what was spent of it. Throws {@link InputException} where the file is wrong. */
    public List<Spent> all() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return BudgetsFile.read(file).stream().map(limit -> spent(limit, today)).toList();
    }

    private Spent spent(SpendingLimit limit, LocalDate today) {
        LocalDate since = limit.per().first(today);
        CallReport report =
                history.metrics(new CallQuery(since.atStartOfDay(ZoneOffset.UTC).toInstant(), null));
        ModelId model = limit.model();
        CallReport counted = model == null ? report : report.only(GroupBy.MODEL, model.toString());
        return new Spent(limit, counted.whole().costUsd(), since);
    }

    /** Budgets of which much is spent, in words, that calls of these models would be taken from. */
    public List<String> warnings(Collection<ModelId> models) {
        return meant(models).stream()
                .filter(spent -> spent.state() == Spent.State.NEAR)
                .map(Spent::sentence)
                .toList();
    }

    @Override
    public Optional<BigDecimal> left(Collection<ModelId> models) {
        List<Spent> meant = meant(models);
        meant.stream()
                .filter(spent -> spent.state() == Spent.State.USED_UP)
                .findFirst()
                .ifPresent(spent -> {
                    throw new InputException("A budget is used up: " + spent.sentence() + ". Raise it in "
                            + BudgetsFile.FILE + ", or wait until its time begins anew");
                });
        return meant.stream().map(Spent::left).min(Comparator.naturalOrder());
    }

    private List<Spent> meant(Collection<ModelId> models) {
        List<ModelId> paid = models.stream().filter(model -> !isFree(model)).toList();
        return paid.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(spent -> spent.limit().model() == null
                                || paid.contains(spent.limit().model()))
                        .toList();
    }

    private boolean isFree(ModelId model) {
        return prices.get()
                .rowOf(model, clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                .filter(PriceRow::isFree)
                .isPresent();
    }
}
