package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Datasets of a folder. */
record FileBench(Path folder) implements DatasetsBench {
    private static final String PROMPT = """
            ---
            input:
              schema:
                question: string
                count: integer
                sure?: boolean
                tone?(enum): [kind, firm]
                parts?(array): string
            ---
            {{question}} {{count}}
            """;

    @Override
    public List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DatasetFile file(String name) {
        return DatasetFile.read(folder.resolve(name));
    }

    @Override
    public List<String> prompts() {
        return List.of("ask");
    }

    @Override
    public DatasetCheck check(String prompt) {
        if (prompt == null) {
            return DatasetCheck.PLAIN;
        }
        PromptTemplate template = PromptTemplate.parse("ask.prompt", PROMPT);
        return new DatasetCheck(template.inputs(), template.variables(PartialSource.NONE));
    }
}
