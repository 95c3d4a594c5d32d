package dev.assay.workbench.migration;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Variant;
import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.experiment.choice.ChoiceWish;
import dev.assay.experiment.choice.DefaultModels;
import dev.assay.experiment.choice.ModelChoice;
import dev.assay.experiment.choice.ModelFigures;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.history.RunHistory;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.edit.FrontMatterEditor;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A prompt of the working copy that is to leave a model. Each replacement is tried as the text that would be committed: the
 * same but for the model that it names.
 *
 * @param prompt its name
 * @param text as it is now
 * @param from the model to leave
 */
public record Migration(String prompt, String text, ModelId from) {

    /** Makes ready to move a prompt; throws {@link InputException} where its text cannot be edited. */
    public Migration {
        FrontMatterEditor.of(text).problem().ifPresent(problem -> {
            throw new InputException("Prompt " + prompt + " cannot be moved: " + problem);
        });
    }

    /**
     * Models to try, at most so many: those that runs of this prompt have shown to be good and cheap, then those that the
     * table of tiers names for the task; only such as can be asked here and are not retired.
     */
    public List<ModelId> replacements(Workbench workbench, DefaultModels table, int most) {
        List<ModelId> offered = workbench.models();
        return Stream.concat(measured(workbench.history()), table.models().stream())
                .distinct()
                .filter(model -> !model.equals(from) && offered.contains(model))
                .filter(model -> workbench.retired(List.of(model)).isEmpty())
                .limit(most)
                .toList();
    }

    private Stream<ModelId> measured(RunHistory history) {
        return history.scoredMetrics(prompt).stream()
                .limit(1)
                .flatMap(metric ->
                        ModelChoice.of(metric, history.scoredAnswers(prompt, metric), ChoiceWish.USUAL)
                                .models()
                                .stream())
                .filter(model -> model.againstBest().standing() != NonInferiority.NOT_SHOWN)
                .map(ModelFigures::model);
    }

    /** The text that names another model. */
    public String textFor(ModelId model) {
        return FrontMatterEditor.of(text)
                .set(List.of("model"), model.toString())
                .apply(text);
    }

    /** The prompt on its model, then on each replacement. */
    public List<Variant> variants(List<ModelId> replacements, ModelParameters parameters) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(new PromptRef(prompt, null), from, parameters));
        replacements.forEach(model -> variants.add(new Variant(ref(model), model, parameters)));
        return variants;
    }

    /** The texts of the replacements by the refs that stand for them. */
    public Map<PromptRef, String> texts(List<ModelId> replacements) {
        Map<PromptRef, String> texts = new LinkedHashMap<>();
        replacements.forEach(model -> texts.put(ref(model), textFor(model)));
        return texts;
    }

    private PromptRef ref(ModelId model) {
        return new PromptRef(prompt, "on-" + model.toString().replaceAll("[^A-Za-z0-9.-]+", "-"));
    }

    /**
     * The replacement to take: the cheapest that is shown to be not worse by more than the margin, of equal ones the better;
     * empty where none is.
     */
    public static Optional<ParetoPoints.Point> proposed(ParetoPoints board) {
        return board.points().stream()
                .filter(point -> !point.label().equals(board.baseline()))
                .filter(point -> point.standing() == NonInferiority.SHOWN)
                .min(Comparator.comparingDouble(ParetoPoints.Point::costUsd)
                        .thenComparing(ParetoPoints.Point::quality, Comparator.reverseOrder()));
    }

    /** The model of a column. */
    public static ModelId model(Comparison comparison, String label) {
        return comparison.run().variants().stream()
                .filter(variant -> variant.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no variant " + label))
                .model();
    }
}
