package dev.assay.experiment.dataset;

import dev.assay.llm.InputException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Changes some of the rows of a dataset's file at once and leaves the rest as it is. */
public final class DatasetChange {
    private DatasetChange() {}

    /**
     * Reads, changes and writes a file; slow.
     *
     * @param name of the dataset, for messages
     * @return how many cases there are now
     * @throws InputException where it cannot be read, or another program wrote meanwhile
     */
    public static int in(Path path, String name, Consumer<DatasetDocument> change) {
        DatasetFile file = DatasetFile.read(path);
        DatasetDocument document = file.open();
        change.accept(document);
        if (file.write(document.text()) instanceof DatasetFile.Outcome.Written) {
            return document.size();
        }
        throw new InputException(name + " was changed by another program meanwhile and was left as it is: try again");
    }

    /**
     * Adds a case after the last one; slow.
     *
     * @return its place, from 1
     * @throws InputException where a case has its inputs already
     */
    public static int add(Path path, String name, NewCase added) {
        return in(path, name, document -> {
            added.in(document).ifPresent(row -> {
                throw new InputException("Case " + (row + 1) + " of " + name
                        + " has these inputs already; its golden answer: assay dataset golden " + name + " --case "
                        + (row + 1));
            });
            added.addTo(document);
        });
    }
}
