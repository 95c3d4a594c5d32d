package dev.assay.provider.profile;

import java.util.Arrays;
import java.util.Optional;

/** Something that a model takes or refuses. */
public enum Feature {
    TOP_K("topK"),
    SEED("seed"),
    STOP("stop"),
    PENALTIES("penalties"),
    /** Messages of role system. */
    SYSTEM("system"),
    IMAGES("images"),
    TOOLS("tools"),
    /** A tool choice that makes the model call a tool. */
    FORCED_TOOLS("forcedTools"),
    JSON_OBJECT("jsonObject"),
    JSON_SCHEMA("jsonSchema"),
    /** A schema that is not taken directly can be had by forcing the call of a tool of that shape. */
    SCHEMA_BY_TOOL("schemaByTool"),
    STREAMING("streaming"),
    /** Probabilities of the likeliest tokens. */
    LOGPROBS("logprobs");

    private final String yamlName;

    Feature(String yamlName) {
        this.yamlName = yamlName;
    }

    /** The name in a file of profiles. */
    public String yamlName() {
        return yamlName;
    }

    /** The feature of a name. */
    static Optional<Feature> of(String yamlName) {
        return Arrays.stream(values())
                .filter(feature -> feature.yamlName.equals(yamlName))
                .findFirst();
    }
}
