package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts merge}: joins branches. */
@Command(
        name = "merge",
        description = "Merges a branch into the current one; ends with 1 where conflicts are left to decide.")
public final class PromptsMergeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "BRANCH", description = "A branch, tag or commit.")
    private @Nullable String branch;

    @Option(names = "--continue", description = "Finish the merge that is under way.")
    private boolean finish;

    @Option(names = "--abort", description = "Bring everything back to how it was before the merge.")
    private boolean abort;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "With --continue: the message of the merge.")
    private String message = "";

    public PromptsMergeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((branch == null ? 0 : 1) + (finish ? 1 : 0) + (abort ? 1 : 0) != 1) {
            throw new InputException("Give a branch to merge, or --continue, or --abort");
        }
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var lines = new ArrayList<String>();
            int status = ExitStatus.DONE;
            if (branch != null) {
                status = ConflictReport.add(repository, repository.merge(branch), document, lines);
            } else if (abort) {
                repository.abortMerge();
                document.put("outcome", "aborted");
                lines.add("Aborted: everything is as it was before the merge");
            } else {
                String id = repository.finishMerge(message);
                document.put("outcome", "merged").put("commitId", id.isEmpty() ? null : id);
                lines.add(id.isEmpty() ? "The conflicts are settled" : "Merged as " + ConflictReport.brief(id));
            }
            session.print(document, lines);
            return status;
        }
    }
}
