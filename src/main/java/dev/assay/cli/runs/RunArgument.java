package dev.assay.cli.runs;

import dev.assay.experiment.Comparison;
import dev.assay.llm.InputException;
import dev.assay.workbench.Workbench;

/** Finds the run that an argument names. */
final class RunArgument {
    private static final String LATEST = "latest";

    private RunArgument() {}

    /** The run of that id, of the only id that begins so, or the newest for {@code latest}. */
    static Comparison find(Workbench workbench, String argument) {
        if (!argument.equals(LATEST)) {
            return workbench.comparison(argument);
        }
        var newest = workbench.history().runs(1);
        if (newest.isEmpty()) {
            throw new InputException("There are no runs yet (see: assay compare)");
        }
        return workbench.comparison(newest.getFirst().id());
    }
}
