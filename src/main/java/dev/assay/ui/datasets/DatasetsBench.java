package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.registry.PromptEntry;
import dev.assay.workbench.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this screen needs of a workspace; all of it may be slow and throw {@link dev.assay.llm.AssayException}. */
public interface DatasetsBench {
    /** Names of the datasets. */
    List<String> names();

    /** The file of a dataset as it is now. */
    DatasetFile file(String name);

    /** Names of the prompts that cases can be for. */
    List<String> prompts();

    /** What rows are held against: the inputs of a prompt, or nothing in particular where that is null. */
    DatasetCheck check(@Nullable String prompt);

    /** The bench of an open workspace. */
    static DatasetsBench of(Workbench workbench) {
        return new DatasetsBench() {
            @Override
            public List<String> names() {
                return workbench.datasets();
            }

            @Override
            public DatasetFile file(String name) {
                return DatasetFile.read(workbench.datasetFile(name));
            }

            @Override
            public List<String> prompts() {
                return workbench.registry().list().stream()
                        .filter(entry -> !entry.isPartial())
                        .map(PromptEntry::name)
                        .toList();
            }

            @Override
            public DatasetCheck check(@Nullable String prompt) {
                if (prompt == null) {
                    return DatasetCheck.PLAIN;
                }
                PromptTemplate template = workbench.template(new PromptRef(prompt, null));
                return new DatasetCheck(
                        template.inputs(),
                        template.variables(workbench.registry().partials(null)));
            }
        };
    }
}
