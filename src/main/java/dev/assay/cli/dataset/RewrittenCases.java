package dev.assay.cli.dataset;

import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.llm.InputException;
import dev.assay.workbench.Workbench;
import java.util.function.Consumer;

/** Changes some of the rows of a dataset's file and leaves the rest as it is. */
final class RewrittenCases {
    private RewrittenCases() {}

    /** Returns how many cases there are now; throws {@link InputException} where another program wrote meanwhile. */
    static int in(Workbench workbench, String dataset, Consumer<DatasetDocument> change) {
        DatasetFile file = DatasetFile.read(workbench.datasetFile(dataset));
        DatasetDocument document = file.open();
        change.accept(document);
        if (file.write(document.text()) instanceof DatasetFile.Outcome.Written) {
            return document.size();
        }
        throw new InputException(
                dataset + " was changed by another program meanwhile and was left as it is: try again");
    }
}
