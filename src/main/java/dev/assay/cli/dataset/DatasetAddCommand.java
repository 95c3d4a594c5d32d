package dev.assay.cli.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.experiment.dataset.DatasetChange;
import dev.assay.experiment.dataset.NewCase;
import dev.assay.llm.InputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay dataset add}: makes a case from one of an earlier run. */
@Command(
        name = "add",
        description = "Adds a case of an earlier run to a dataset, with its golden answer if there is one. The rest of"
                + " the file stays as it is.")
final class DatasetAddCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The dataset: its name, or the path of its file.")
    private String file = "";

    @Option(names = "--run", paramLabel = "RUN", required = true, description = "The run: its id or 'latest'.")
    private String run = "";

    @Option(names = "--case", paramLabel = "N", required = true, description = "The case of the run, from 1.")
    private int number;

    @Option(
            names = "--answer",
            paramLabel = "LETTER",
            description = "What this variant answered becomes the golden answer.")
    private @Nullable String answer;

    @Option(names = "--expected", paramLabel = "TEXT", description = "The golden answer in your own words.")
    private @Nullable String expected;

    @Option(names = "--tag", paramLabel = "WORD", description = "A word for the case; may be given many times.")
    private List<String> tags = List.of();

    DatasetAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (answer != null && expected != null) {
            throw new InputException("Give --answer or --expected, not both");
        }
        try (var workbench = session.openWorkbench()) {
            PastAnswer past = PastAnswer.of(workbench, run, number);
            String golden = answer != null
                    ? past.answer(workbench, answer)
                    : expected != null ? expected : past.testCase().expected();
            var added = new NewCase(past.testCase().inputs(), golden, tags);
            int cases = DatasetChange.add(workbench.datasetFile(file), file, added);
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("dataset", file)
                            .put("case", cases)
                            .put("expected", golden),
                    List.of("Added as case " + cases + " of " + file
                            + (golden == null ? ", without a golden answer" : ", with its golden answer")));
        }
    }
}
