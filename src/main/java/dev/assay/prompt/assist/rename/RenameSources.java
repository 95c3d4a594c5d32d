package dev.assay.prompt.assist.rename;

import dev.assay.prompt.assist.Known;
import java.util.Map;

/**
 * The files that a rename looks at.
 *
 * @param path of the prompt that it begins in
 * @param text what the editor holds of it
 * @param known looks up its partials
 * @param prompts texts of all prompts and partials of the workspace by path
 * @param datasets texts of the datasets by path, byte order mark included
 */
public record RenameSources(
        String path, String text, Known known, Map<String, String> prompts, Map<String, String> datasets) {
    public RenameSources {
        prompts = Map.copyOf(prompts);
        datasets = Map.copyOf(datasets);
    }
}
