package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.conflict.ConflictedFile;
import dev.assay.registry.merge.Choice;
import dev.assay.workbench.Repository;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts resolve}: settles conflicts. */
@Command(
        name = "resolve",
        description = "Settles a file in conflict: as it lies on disk, or with the answer of one side.")
public final class PromptsResolveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A file in conflict, or the name of a prompt.")
    private String file = "";

    @Option(names = "--ours", description = "Every conflict as the current branch has it.")
    private boolean ours;

    @Option(names = "--theirs", description = "Every conflict as the other branch has it.")
    private boolean theirs;

    public PromptsResolveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (ours && theirs) {
            throw new InputException("Give --ours or --theirs, not both");
        }
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            String path = path(repository.conflicts());
            if (ours || theirs) {
                repository.resolve(path, ours ? Choice.OURS : Choice.THEIRS);
            } else {
                repository.resolveAsOnDisk(path);
            }
            int left = repository.conflicts().size();
            session.print(
                    JsonNodeFactory.instance.objectNode().put("path", path).put("left", left),
                    List.of("Settled " + Printable.of(path)
                            + (left == 0
                                    ? "; assay prompts merge --continue finishes the merge"
                                    : "; files still in conflict: " + left)));
            return ExitStatus.DONE;
        }
    }

    private String path(List<ConflictedFile> conflicts) {
        List<String> paths = conflicts.stream().map(ConflictedFile::path).toList();
        if (paths.contains(file)) {
            return file;
        }
        List<String> meant = paths.stream()
                .filter(path -> path.endsWith("/" + file) || ("/" + path).endsWith("/prompts/" + file + ".prompt"))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new InputException("'" + file + "' is not in conflict: "
                + (paths.isEmpty() ? "nothing is" : "in conflict are " + String.join(", ", paths)));
    }
}
