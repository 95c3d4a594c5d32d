package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.workbench.judges.JudgeFile;
import dev.assay.workbench.judges.JudgeFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay judge check}: whether a judge can be used. */
@Command(name = "check", description = "Tells every mistake in a judge's file with line and column; exit status 2.")
final class JudgeCheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NAME|FILE", description = "A judge of the workspace, or a file.")
    private String named = "";

    JudgeCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var files = session.judges();
        Path file = named.matches(".*\\.ya?ml") ? session.path(named) : files.file(requireName(files));
        JudgeFile judge = files.read(file);
        List<InputException> problems = judge.problems();
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", judge.name());
        ArrayNode told = document.put("version", judge.version()).putArray("problems");
        problems.forEach(problem -> add(told, problem));
        session.print(
                document,
                problems.isEmpty()
                        ? List.of(judge.name() + " is in order; use it with --metric " + judge.name())
                        : problems.stream()
                                .map(problem -> String.valueOf(problem.getMessage()))
                                .toList());
        return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
    }

    private String requireName(JudgeFiles files) {
        if (!files.names().contains(named)) {
            throw new InputException("The workspace has no judge '" + named + "'; it has: "
                    + (files.names().isEmpty() ? "none" : String.join(", ", files.names())));
        }
        return named;
    }

    private static void add(ArrayNode told, InputException problem) {
        SourceLocation place = problem.location();
        ObjectNode one = told.addObject().put("message", problem.getMessage());
        if (place != null) {
            one.put("line", place.line()).put("column", place.column());
        }
    }
}
