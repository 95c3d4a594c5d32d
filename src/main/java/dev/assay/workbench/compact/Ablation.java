package dev.assay.workbench.compact;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Verdict;
import dev.assay.llm.ModelId;
import dev.assay.prompt.compact.PromptSection;
import java.util.ArrayList;
import java.util.List;

/**
 * A prompt that was run whole and without each of its sections in turn.
 *
 * @param comparison of all of them; the whole prompt is the first variant
 * @param sections in the order of the prompt
 */
public record Ablation(Comparison comparison, List<Dropped> sections) {
    public Ablation {
        sections = List.copyOf(sections);
    }

    /**
     * What leaving one section out does.
     *
     * @param section what was left out
     * @param savings what that saves
     * @param acceptance whether the prompt is shown to be not worse without it
     * @param verdicts the prompt without it against the whole one, by metric
     */
    public record Dropped(PromptSection section, TokenSavings savings, Acceptance acceptance, List<Verdict> verdicts) {
        public Dropped {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * Reads a run.
     *
     * @param source the whole prompt
     * @param sections those that were left out, in the order of the later variants
     * @param margin how much worse is still not worse, 0 or more on the scale 0 to 1
     */
    static Ablation of(
            Comparison run,
            String source,
            List<PromptSection> sections,
            Dataset cases,
            ModelId model,
            double margin,
            ShorterPrompts prompts) {
        String name = run.run().variants().getFirst().prompt();
        var dropped = new ArrayList<Dropped>();
        for (int i = 0; i < sections.size(); i++) {
            PromptSection section = sections.get(i);
            String label = run.run().variants().get(i + 1).label();
            dropped.add(new Dropped(
                    section,
                    prompts.savings(name, source, section.without(), model, cases),
                    Acceptance.of(run, i + 1, margin),
                    run.verdicts().stream()
                            .filter(verdict -> verdict.challenger().equals(label))
                            .toList()));
        }
        return new Ablation(run, dropped);
    }
}
