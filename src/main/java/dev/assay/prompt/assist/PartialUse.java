package dev.assay.prompt.assist;

import java.util.Set;

/**
 * A partial that is included.
 *
 * @param name as referenced
 * @param start offset of the name
 * @param end offset after it
 * @param tagStart offset of the tag
 * @param tagEnd offset after the tag
 * @param seesInputs names in it are inputs of the prompt
 * @param passed names that are given to it and so hide inputs
 */
public record PartialUse(
        String name, int start, int end, int tagStart, int tagEnd, boolean seesInputs, Set<String> passed) {
    public PartialUse {
        passed = Set.copyOf(passed);
    }
}
