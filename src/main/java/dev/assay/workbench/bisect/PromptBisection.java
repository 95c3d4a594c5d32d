package dev.assay.workbench.bisect;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.bisect.Bisected;
import dev.assay.experiment.bisect.Bisection;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.history.StopReason;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.PromptRevision;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs revisions of a prompt until the one is found at which its mean score fell below a bound. Each is a run in history
 * like any other; answers that the cache holds are not paid for again. Used once.
 */
public final class PromptBisection {
    /**
     * What is run.
     *
     * @param prompt its name
     * @param model where it goes
     * @param cases on what; one case alone tells what broke that one
     * @param metric what its score is
     * @param judge who judges where a model does, or null
     * @param bound below it is bad, from 0 to 1
     * @param repeats calls a case
     * @param settings how the calls are made; the budget is that of all runs together
     */
    public record Question(
            String prompt,
            ModelId model,
            Dataset cases,
            Metric metric,
            @Nullable ModelId judge,
            double bound,
            int repeats,
            RunSettings settings) {
        public Question {
            if (!(bound >= 0 && bound <= 1)) {
                throw new InputException("The bound is " + bound + " but must be from 0 to 1");
            }
        }
    }

    private final Question question;
    private final Function<Experiment, Comparison> runner;
    private final Consumer<String> notices;
    private BigDecimal spent = BigDecimal.ZERO;

    /**
     * A search.
     *
     * @param runner runs an experiment to its end
     * @param notices hears why a revision has no score
     */
    public PromptBisection(Question question, Function<Experiment, Comparison> runner, Consumer<String> notices) {
        this.question = question;
        this.runner = runner;
        this.notices = notices;
    }

    /**
     * Searches.
     *
     * @param revisions the oldest first; at least one
     * @throws InputException where the budget is used up before the end
     */
    public Bisected<PromptRevision> among(List<PromptRevision> revisions) {
        return new Bisection<>(revisions, question.bound(), this::score).search();
    }

    /**
     * The last good revision against the one that made it fall, which tells whether chance may have done it. The answers
     * are those of the search where they are kept.
     */
    public Comparison compare(PromptRevision good, PromptRevision bad) {
        Comparison comparison =
                run(question.prompt() + " before and at " + bad.shortId(), List.of(variant(good), variant(bad)));
        requireWhole(comparison);
        return comparison;
    }

    /** What all runs have cost so far, in US dollars, as far as that is known. */
    public BigDecimal spent() {
        return spent;
    }

    private double score(PromptRevision revision) {
        String title = question.prompt() + " at " + revision.shortId();
        Comparison comparison;
        try {
            comparison = run(title, List.of(variant(revision)));
        } catch (InputException e) {
            notices.accept(title + " has no score: " + e.getMessage());
            return Double.NaN;
        }
        requireWhole(comparison);
        return comparison
                .variants()
                .getFirst()
                .scores()
                .getOrDefault(question.metric().name(), Double.NaN);
    }

    private static void requireWhole(Comparison comparison) {
        if (comparison.run().status() == RunStatus.STOPPED) {
            throw new InputException(
                    comparison.run().stopReason() == StopReason.BUDGET
                            ? "The budget does not cover the next revision: raise it and search again; the cache keeps"
                                    + " what was answered so far"
                            : "The search was stopped; the cache keeps what was answered so far");
        }
    }

    private Variant variant(PromptRevision revision) {
        return new Variant(
                new PromptRef(question.prompt(), revision.commitId()), question.model(), ModelParameters.DEFAULTS);
    }

    private Comparison run(String title, List<Variant> variants) {
        BigDecimal budget = question.settings().budgetUsd();
        Comparison comparison = runner.apply(new Experiment(
                title,
                variants,
                question.cases(),
                List.of(question.metric()),
                question.judge(),
                question.repeats(),
                budget == null
                        ? question.settings()
                        : question.settings().withBudget(budget.subtract(spent).max(BigDecimal.ZERO))));
        comparison.variants().forEach(this::pay);
        return comparison;
    }

    private void pay(VariantSummary variant) {
        BigDecimal answers = variant.costUsd();
        BigDecimal judging = variant.judgeCostUsd();
        spent = spent.add(answers == null ? BigDecimal.ZERO : answers).add(judging == null ? BigDecimal.ZERO : judging);
    }
}
