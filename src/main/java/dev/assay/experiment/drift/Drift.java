package dev.assay.experiment.drift;

import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has changed from an earlier run to a later one of the same prompts, models and cases.
 *
 * @param earlier the earlier run
 * @param later the later one
 * @param variants each variant then against itself now, in column order
 */
public record Drift(Run earlier, Run later, List<VariantDrift> variants) {
    public Drift {
        variants = List.copyOf(variants);
    }

    /**
     * The drift between two runs.
     *
     * @throws InputException where they are not of the same variants and cases
     */
    public static Drift between(Comparison earlier, Comparison later) {
        Run before = earlier.run();
        Run after = later.run();
        require(
                before.datasetHash().equals(after.datasetHash()),
                before,
                after,
                "their cases differ (" + before.dataset() + ", " + after.dataset() + ")");
        require(
                before.variants().size() == after.variants().size(),
                before,
                after,
                "one has " + before.variants().size() + " variants and the other "
                        + after.variants().size());
        for (int i = 0; i < before.variants().size(); i++) {
            RunVariant then = before.variants().get(i);
            RunVariant now = after.variants().get(i);
            require(
                    isSame(then, now),
                    before,
                    after,
                    "variant " + then.label() + " is " + then.prompt() + " on " + then.model() + " in one and "
                            + now.prompt() + " on " + now.model() + " in the other, or another text of it");
        }
        List<Metric> both =
                after.measured().stream().filter(before.measured()::contains).toList();
        return new Drift(
                before,
                after,
                IntStream.range(0, before.variants().size())
                        .mapToObj(i -> variant(i, earlier, later, both))
                        .toList());
    }

    /** One line a variant: how many answers are the same, and what else has changed. */
    public List<String> sentences() {
        return variants.stream()
                .map(variant -> variant.variant().label() + ": " + variant.answersSentence() + ". "
                        + variant.comparison().headline())
                .toList();
    }

    private static boolean isSame(RunVariant then, RunVariant now) {
        return then.prompt().equals(now.prompt())
                && then.blobId().equals(now.blobId())
                && then.model().equals(now.model())
                && then.parameters().equals(now.parameters());
    }

    private static void require(boolean holds, Run before, Run after, String why) {
        if (!holds) {
            throw new InputException("Runs " + before.id() + " and " + after.id() + " cannot be compared for drift: "
                    + why + "; assay replay RUN makes a run that can");
        }
    }

    private static VariantDrift variant(int index, Comparison earlier, Comparison later, List<Metric> measured) {
        RunVariant variant = later.run().variants().get(index);
        List<Cell> then = of(index, earlier.cells());
        List<Cell> now = of(index, later.cells());
        var cells = new ArrayList<>(moved(then, 0));
        cells.addAll(moved(now, 1));
        Run pair = later.run()
                .withVariants(List.of(labelled(variant, " then"), labelled(variant, " now")))
                .measuring(measured);
        return VariantDrift.of(variant, then, now, Comparison.of(pair, cells));
    }

    private static List<Cell> of(int variant, List<Cell> cells) {
        return cells.stream().filter(cell -> cell.key().variant() == variant).toList();
    }

    private static List<Cell> moved(List<Cell> cells, int variant) {
        return cells.stream()
                .map(cell -> new Cell(
                        new CellKey(variant, cell.key().testCase(), cell.key().repeat()),
                        cell.inputs(),
                        cell.expected(),
                        cell.answer(),
                        cell.judgeCalls(),
                        cell.scores()))
                .toList();
    }

    private static RunVariant labelled(RunVariant variant, String when) {
        return new RunVariant(
                variant.label() + when,
                variant.prompt(),
                variant.revision(),
                variant.blobId(),
                variant.model(),
                variant.parameters());
    }
}
