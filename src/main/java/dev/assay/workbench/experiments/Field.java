package dev.assay.workbench.experiments;

/** The names that stand in files of experiments. */
final class Field {
    static final String TITLE = "title";
    static final String VARIANTS = "variants";
    static final String DATASET = "dataset";
    static final String CLUSTER = "cluster";
    static final String METRICS = "metrics";
    static final String JUDGE = "judge";
    static final String REPEATS = "repeats";
    static final String CONCURRENCY = "concurrency";
    static final String STREAM = "stream";
    static final String CACHE = "cache";
    static final String SIMILARITY = "similarity";
    static final String BUDGET = "budget";
    static final String BATCH = "batch";
    static final String SETTLED = "stopWhenSettled";
    static final String PROMPT = "prompt";
    static final String MODEL = "model";
    static final String TEMPERATURE = "temperature";
    static final String MAX_TOKENS = "maxTokens";
    static final int USUAL_CONCURRENCY = 4;

    private Field() {}
}
