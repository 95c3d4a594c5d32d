package dev.assay.cli.dataset;

import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.workbench.Workbench;
import java.nio.file.Path;

/**
 * A file of cases as a command was given it.
 *
 * @param shown how messages name it: its path under the workspace, or all of it where it lies elsewhere
 * @param file what it holds
 * @param rows its rows
 */
record CasesFile(String shown, DatasetFile file, DatasetDocument rows) {

    /** Opens a dataset by name or path; throws {@link dev.assay.llm.InputException} where it is absent or broken. */
    static CasesFile open(Workbench workbench, String nameOrPath) {
        Path path = workbench.datasetFile(nameOrPath).toAbsolutePath().normalize();
        String shown = path.startsWith(workbench.root())
                ? workbench.root().relativize(path).toString().replace('\\', '/')
                : path.toString();
        DatasetFile file = DatasetFile.read(path);
        return new CasesFile(
                shown, file, DatasetDocument.parse(shown, file.content().text()));
    }

    /** How many cases there are, as a sentence begins. */
    String count() {
        return shown + ": " + rows.size() + (rows.size() == 1 ? " case" : " cases");
    }
}
