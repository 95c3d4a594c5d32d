package dev.assay.experiment.gate;

import dev.assay.experiment.Variant;
import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run before its first call: enough to find its baseline before anything is paid for.
 *
 * @param variants in column order
 * @param dataset the dataset's name
 * @param datasetHash SHA-256 of its cases, in hex
 * @param metrics names of what is judged
 * @param judge the judging model, or null
 */
public record Candidate(
        List<Variant> variants,
        String dataset,
        String datasetHash,
        List<String> metrics,
        @Nullable ModelId judge) {
    public Candidate {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
    }
}
