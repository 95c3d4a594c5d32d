package dev.assay.ui.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the screen proposes before the user has chosen anything: two variants of one prompt where there are two. */
final class FirstChoice {
    private FirstChoice() {}

    /** One or two variants on the first model; one prompt on two models where it has no variants of its own. */
    static List<VariantSetup> variants(List<String> prompts, List<ModelChoice> models) {
        ModelChoice first = models.isEmpty() ? null : models.getFirst();
        List<String> family = family(prompts);
        if (family.size() > 1) {
            return family.stream()
                    .limit(2)
                    .map(prompt -> new VariantSetup(prompt, first))
                    .toList();
        }
        String only = family.isEmpty() ? null : family.getFirst();
        ModelChoice second = models.size() > 1 ? models.get(1) : first;
        return List.of(new VariantSetup(only, first), new VariantSetup(only, second));
    }

    /** The dataset whose name has most in common with the proposed prompt, or the first, or null. */
    static @Nullable String dataset(List<String> prompts, List<String> datasets) {
        List<String> family = family(prompts);
        String prompt = family.isEmpty() ? "" : family.getFirst();
        return datasets.stream()
                .filter(dataset -> List.of(prompt.split("[/.-]")).stream()
                        .anyMatch(word -> word.length() > 3 && dataset.contains(word)))
                .findFirst()
                .orElse(datasets.isEmpty() ? null : datasets.getFirst());
    }

    private static List<String> family(List<String> prompts) {
        for (String prompt : prompts) {
            List<String> sisters = prompts.stream()
                    .filter(other -> other.equals(prompt) || other.startsWith(prompt + "."))
                    .toList();
            if (sisters.size() > 1) {
                return sisters;
            }
        }
        return prompts.stream().limit(1).toList();
    }
}
