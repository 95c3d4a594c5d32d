package dev.assay.registry.files;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.guard.FolderListing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where the files of a workspace name a prompt: partials in prompts, prompts in experiments, deployments, datasets. */
final class References {
    private static final List<String> DATA = List.of("experiments", "deployments", "datasets");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".jsonl", ".ndjson", ".json");

    private final WorkspacePaths paths;
    private final WorkingCopy files;
    private final Supplier<List<String>> names;

    References(WorkspacePaths paths, WorkingCopy files, Supplier<List<String>> names) {
        this.paths = paths;
        this.files = files;
        this.names = names;
    }

    /** All places that name the prompt, by file and position. */
    List<PromptReference> to(String name) {
        var found = new ArrayList<PromptReference>();
        texts(isPartial(name)).forEach((path, text) -> found.addAll(places(path, text, name)));
        return found;
    }

    /** Writes the new name wherever the old one stands; returns the files that changed. */
    List<String> rewrite(String from, String to) {
        var rewritten = new ArrayList<String>();
        texts(isPartial(from) && isPartial(to)).forEach((path, text) -> {
            List<PromptReference> places = places(path, text, from);
            if (!places.isEmpty()) {
                String by = WorkspacePaths.isPrompt(path) ? PromptReferences.asReferenced(to) : to;
                files.write(path, PromptReferences.replace(text, places, by));
                rewritten.add(path);
            }
        });
        return rewritten;
    }

    private static List<PromptReference> places(String path, String text, String name) {
        return WorkspacePaths.isPrompt(path)
                ? PromptReferences.inPrompt(path, text, name)
                : PromptReferences.inData(path, text, name);
    }

    private static boolean isPartial(String name) {
        return name.substring(name.lastIndexOf('/') + 1).startsWith("_");
    }

    private Map<String, String> texts(boolean withPrompts) {
        var texts = new LinkedHashMap<String, String>();
        if (withPrompts) {
            names.get().forEach(name -> add(texts, WorkspacePaths.ofPrompt(name)));
        }
        DATA.forEach(folder -> dataFiles(folder).forEach(path -> add(texts, path)));
        return texts;
    }

    private void add(Map<String, String> texts, String path) {
        try {
            files.text(path).ifPresent(text -> texts.put(path, text));
        } catch (InputException | StorageException e) {
            // A file that cannot be read as text names no prompt.
        }
    }

    private List<String> dataFiles(String folder) {
        return FolderListing.of(paths.root(), folder, path -> ENDINGS.stream().anyMatch(path::endsWith))
                .files()
                .stream()
                .sorted()
                .toList();
    }
}
