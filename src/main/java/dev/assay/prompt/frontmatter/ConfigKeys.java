package dev.assay.prompt.frontmatter;

import java.util.List;

/** The keys of {@code config} that are sent to models, in the order in which they are offered. */
public final class ConfigKeys {
    /** All of them. */
    public static final List<String> ALL = List.of(
            "temperature",
            "topP",
            "topK",
            "maxOutputTokens",
            "seed",
            "stopSequences",
            "contextTokens",
            "frequencyPenalty",
            "presencePenalty",
            "reasoningEffort",
            "toolChoice");

    private ConfigKeys() {}
}
