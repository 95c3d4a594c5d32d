package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptLint;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.Severity;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay lint}: what is wrong with prompts. */
@Command(
        name = "lint",
        description = "What is wrong with prompts, one finding a line. Exit status 1 where there is an error.")
public final class LintCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "PROMPT", description = "Prompts. Default: all of the workspace.")
    private List<String> prompts = List.of();

    public LintCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            List<Diagnostic> found = prompts.isEmpty()
                    ? all(workbench)
                    : prompts.stream()
                            .map(PromptArgument::parse)
                            .flatMap(ref -> check(workbench, ref).stream())
                            .toList();
            session.print(
                    json(found),
                    found.stream()
                            .map(Diagnostic::toString)
                            .map(Printable::message)
                            .toList());
            return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    ? ExitStatus.GATE_FAILED
                    : ExitStatus.DONE;
        }
    }

    /** The partials are read once for all of the prompts. */
    private static List<Diagnostic> all(Workbench workbench) {
        PartialSource partials = workbench.registry().partials(null);
        Definitions definitions = workbench.registry().definitions(null);
        Stream<Diagnostic> broken = definitions.faults().stream()
                .map(fault ->
                        new Diagnostic(Severity.ERROR, "invalid-definition", fault.message(), fault.place(), 0, 0));
        return Stream.of(
                        leftOut(workbench),
                        broken,
                        entries(workbench).flatMap(entry -> check(workbench, entry, partials, definitions).stream()))
                .flatMap(found -> found)
                .toList();
    }

    /** A file that cannot be read is a finding like another: those after it are looked at all the same. */
    private static List<Diagnostic> check(
            Workbench workbench, PromptEntry entry, PartialSource partials, Definitions definitions) {
        try {
            return PromptLint.check(workbench.template(new PromptRef(entry.name(), null), definitions), partials);
        } catch (InputException e) {
            SourceLocation place = e.location() == null ? new SourceLocation(entry.path(), 1, 1) : e.location();
            return List.of(unreadable(String.valueOf(e.getMessage()), place));
        }
    }

    private static Stream<Diagnostic> leftOut(Workbench workbench) {
        return workbench.registry().problems().stream()
                .map(problem -> unreadable(problem.toString(), new SourceLocation(problem.path(), 1, 1)));
    }

    private static Diagnostic unreadable(String message, SourceLocation place) {
        return new Diagnostic(Severity.ERROR, "unreadable-file", message, place, 0, 0);
    }

    private static List<Diagnostic> check(Workbench workbench, PromptRef ref) {
        return PromptLint.check(workbench.template(ref), workbench.registry().partials(ref.revision()));
    }

    private static Stream<PromptEntry> entries(Workbench workbench) {
        return workbench.registry().list().stream().filter(entry -> entry.status() != GitStatus.DELETED);
    }

    private static ObjectNode json(List<Diagnostic> found) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("diagnostics");
        found.forEach(diagnostic -> array.addObject()
                .put("file", diagnostic.location().file())
                .put("line", diagnostic.location().line())
                .put("column", diagnostic.location().column())
                .put("severity", Figures.lowerCase(diagnostic.severity()))
                .put("name", diagnostic.name())
                .put("message", diagnostic.message()));
        return document;
    }
}
