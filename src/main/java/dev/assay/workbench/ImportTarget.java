package dev.assay.workbench;

import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.SafeName;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.WorkspacePaths;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Finds names for imported prompts and datasets that nothing has yet, and writes them. Nothing is ever overwritten. */
final class ImportTarget {
    private final PromptRegistry registry;

    ImportTarget(PromptRegistry registry) {
        this.registry = registry;
    }

    /** The same things under names that are free; the report says which had to change. */
    ImportResult withFreeNames(ImportResult result) {
        var report = new Report.Builder();
        Set<String> used = new HashSet<>();
        List<ImportedPrompt> prompts = new ArrayList<>();
        for (ImportedPrompt prompt : result.prompts()) {
            String name =
                    free(prompt.name(), one -> promptExists(one) || used.contains("p" + key(one)), "prompt", report);
            used.add("p" + key(name));
            prompts.add(new ImportedPrompt(name, prompt.text()));
        }
        List<ImportedDataset> datasets = new ArrayList<>();
        for (ImportedDataset dataset : result.datasets()) {
            String name =
                    free(dataset.name(), one -> datasetExists(one) || used.contains("d" + key(one)), "dataset", report);
            used.add("d" + key(name));
            datasets.add(dataset.named(name));
        }
        return new ImportResult(prompts, datasets, result.report().and(report.build()));
    }

    private static String free(String name, Predicate<String> taken, String what, Report.Builder report) {
        String free = SafeName.free(name, taken);
        if (!free.equals(name)) {
            report.needsHand("", what + " " + name, "is called " + free + " here: that name is taken");
        }
        return free;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Why something cannot be called so, in one line; empty where it can. */
    String problemOfPrompt(String name) {
        if (!WorkspacePaths.isName(name)) {
            return "'" + name + "' is not a proper name: write a path such as support/triage";
        }
        return promptExists(name) ? "There is a prompt '" + name + "' already" : "";
    }

    String problemOfDataset(String name) {
        if (!WorkspacePaths.isName(name)) {
            return "'" + name + "' is not a proper name: write one such as tickets";
        }
        return datasetExists(name) ? "There is a dataset '" + name + "' already" : "";
    }

    private boolean promptExists(String name) {
        return Files.exists(paths().onDisk(WorkspacePaths.ofPrompt(name)));
    }

    private boolean datasetExists(String name) {
        return List.of(".csv", ".jsonl", ".tsv", ".ndjson").stream()
                .anyMatch(ending -> Files.exists(paths().onDisk("datasets/" + name + ending)));
    }

    private WorkspacePaths paths() {
        return new WorkspacePaths(registry.root(), "");
    }

    /**
     * Writes everything or nothing and returns the paths under the workspace.
     *
     * @throws InputException where a name is taken
     */
    List<String> write(ImportResult result) {
        for (ImportedPrompt prompt : result.prompts()) {
            refuse(problemOfPrompt(prompt.name()));
        }
        for (ImportedDataset dataset : result.datasets()) {
            refuse(problemOfDataset(dataset.name()));
        }
        List<String> written = new ArrayList<>();
        boolean whole = false;
        try {
            for (ImportedDataset dataset : result.datasets()) {
                String path = "datasets/" + dataset.name() + "." + dataset.ending();
                writeNew(paths().onDisk(path), dataset.content());
                written.add(path);
            }
            for (ImportedPrompt prompt : result.prompts()) {
                written.add(registry.save(prompt.name(), prompt.text()).path());
            }
            whole = true;
            return written;
        } finally {
            if (!whole) {
                written.forEach(this::remove);
            }
        }
    }

    /** Takes back what was written before something else could not be. */
    private void remove(String path) {
        try {
            Files.deleteIfExists(paths().onDisk(path));
        } catch (IOException e) {
            throw new StorageException("Cannot take back " + path + ": " + e.getMessage(), e);
        }
    }

    private static void refuse(String problem) {
        if (!problem.isEmpty()) {
            throw new InputException(problem + ": choose another one");
        }
    }

    /** A file that could not be written to its end is not left behind. */
    private static void writeNew(Path file, DatasetText content) {
        boolean partial = false;
        try {
            Files.createDirectories(file.resolveSibling(""));
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                partial = true;
                content.writeTo(out);
                partial = false;
            } finally {
                if (partial) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new StorageException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
