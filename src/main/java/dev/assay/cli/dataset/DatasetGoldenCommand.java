package dev.assay.cli.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.experiment.dataset.DatasetChange;
import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.NewCase;
import dev.assay.llm.InputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay dataset golden}: says what the right answer to a case is. */
@Command(
        name = "golden",
        description = "Says what the right answer to a case is: what a variant of a run answered, or a text of your"
                + " own. It stands in the column 'expected', which assertions and the judge of correctness read.")
final class DatasetGoldenCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The dataset: its name, or the path of its file.")
    private String file = "";

    @Option(names = "--case", paramLabel = "N", required = true, description = "The case, from 1.")
    private int number;

    @Option(names = "--run", paramLabel = "RUN", description = "The run: its id or 'latest'.")
    private @Nullable String run;

    @Option(names = "--answer", paramLabel = "LETTER", description = "The variant of the run that answered right.")
    private @Nullable String answer;

    @Option(names = "--expected", paramLabel = "TEXT", description = "The right answer in your own words.")
    private @Nullable String expected;

    DatasetGoldenCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        boolean past = run != null && answer != null;
        if (past == (expected != null) || (run == null) != (answer == null)) {
            throw new InputException("Give either --expected TEXT, or --run RUN with --answer LETTER");
        }
        try (var workbench = session.openWorkbench()) {
            PastAnswer found = run == null ? null : PastAnswer.of(workbench, run, number);
            String golden =
                    found == null || answer == null ? String.valueOf(expected) : found.answer(workbench, answer);
            DatasetChange.in(workbench.datasetFile(file), file, document -> {
                requireCase(document);
                if (found != null) {
                    requireSame(found, document);
                }
                NewCase.golden(document, number - 1, golden);
            });
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("dataset", file)
                            .put("case", number)
                            .put("expected", golden),
                    List.of("Case " + number + " of " + file + " has its golden answer"));
        }
    }

    private void requireCase(DatasetDocument document) {
        if (number < 1 || number > document.size()) {
            throw new InputException(file + " has no case " + number + ": it has " + document.size() + " of them");
        }
    }

    /** The dataset may have changed since the run: then its case of that number is another one. */
    private void requireSame(PastAnswer found, DatasetDocument document) {
        if (!new NewCase(found.testCase().inputs(), null, List.of()).hasInputs(document, number - 1)) {
            throw new InputException("Case " + number + " of " + file + " has other inputs than case " + number
                    + " of run " + found.run().id() + ": the dataset has changed since");
        }
    }
}
