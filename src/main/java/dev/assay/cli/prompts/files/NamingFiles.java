package dev.assay.cli.prompts.files;

import dev.assay.registry.files.PromptFiles;
import dev.assay.registry.files.PromptReference;
import java.util.List;

/** The files that name a prompt, such as prompts that include it. */
final class NamingFiles {
    private NamingFiles() {}

    /** Their paths under the workspace, sorted. */
    static List<String> of(PromptFiles files, String name) {
        return files.references(name).stream()
                .map(PromptReference::path)
                .distinct()
                .sorted()
                .toList();
    }
}
