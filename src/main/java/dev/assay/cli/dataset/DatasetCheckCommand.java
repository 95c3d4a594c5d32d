package dev.assay.cli.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.experiment.dataset.DatasetProblem;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay dataset check}: what keeps cases from running as they should. */
@Command(
        name = "check",
        description = "What is wrong with a dataset, one finding a line. Exit status 1 where there is something.")
final class DatasetCheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The dataset: its name, or the path of its file.")
    private String file = "";

    @Option(
            names = "--prompt",
            paramLabel = "PROMPT",
            description = "The prompt to run it with: values must have the types that its inputs declare.")
    private @Nullable String prompt;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many findings. Default: 50.")
    private int limit = 50;

    DatasetCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit == Integer.MAX_VALUE) {
            throw new InputException("--limit is " + limit + " but must be 1 or more, and less than 2147483647");
        }
        try (var workbench = session.openWorkbench()) {
            CasesFile cases = CasesFile.open(workbench, file);
            // One more than is told, to know whether that is all.
            List<DatasetProblem> found = check(workbench).problems(cases.rows(), cases.shown(), limit + 1);
            boolean all = found.size() <= limit;
            List<DatasetProblem> told = all ? found : found.subList(0, limit);
            session.print(json(cases, told, all), text(cases, told, all));
            return found.isEmpty() ? ExitStatus.DONE : ExitStatus.GATE_FAILED;
        }
    }

    private DatasetCheck check(Workbench workbench) {
        if (prompt == null) {
            return DatasetCheck.PLAIN;
        }
        PromptRef ref = PromptArgument.parse(prompt);
        PromptTemplate template = workbench.template(ref).requireValid();
        return new DatasetCheck(
                template.inputs(), template.variables(workbench.registry().partials(ref.revision())));
    }

    private static List<String> text(CasesFile cases, List<DatasetProblem> told, boolean all) {
        var lines = new ArrayList<String>();
        told.forEach(problem -> lines.add(Printable.message(line(problem))));
        if (told.isEmpty()) {
            lines.add(Printable.message(cases.count() + ", nothing is wrong"));
        } else if (!all) {
            lines.add("and more (--limit)");
        }
        return lines;
    }

    private static String line(DatasetProblem problem) {
        String which = problem.row() < 0 ? "" : "case " + (problem.row() + 1) + ": ";
        return problem.place() + ": " + which + problem.message();
    }

    private static ObjectNode json(CasesFile cases, List<DatasetProblem> told, boolean all) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("file", cases.shown()).put("cases", cases.rows().size()).put("complete", all);
        ArrayNode array = document.putArray("problems");
        for (DatasetProblem problem : told) {
            ObjectNode one = array.addObject();
            one.put("case", problem.row() < 0 ? null : problem.row() + 1);
            one.put("name", problem.column() < 0 ? null : cases.rows().columns().get(problem.column()));
            one.put("line", problem.place().line())
                    .put("column", problem.place().column());
            one.put("message", problem.message());
        }
        return document;
    }
}
