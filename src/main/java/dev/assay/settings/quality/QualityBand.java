package dev.assay.settings.quality;

/**
 * How well prompts must do.
 *
 * @param prompts a prompt's name, or a beginning of names and a star
 * @param metric what is judged
 * @param atLeast the mean score that is well enough, above 0 and at most 1
 * @param last how many of the newest scored answers are looked at, 1 or more
 */
public record QualityBand(String prompts, String metric, double atLeast, int last) {
    /** {@code support/* relevance at least 0.7}. */
    @Override
    public String toString() {
        return prompts + " " + metric + " at least " + atLeast;
    }
}
