package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.branch.SwitchOutcome;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts switch}: goes to another branch. */
@Command(name = "switch", description = "Switches to a branch; changes that are not committed come along.")
public final class PromptsSwitchCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "BRANCH", description = "A branch, here or on a remote.")
    private String branch = "";

    @Option(
            names = {"-c", "--create"},
            description = "Make the branch here first.")
    private boolean create;

    @Option(names = "--carry", description = "Stash changes that are in the way, and apply them there.")
    private boolean carry;

    public PromptsSwitchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            if (create) {
                repository.createBranch(branch, null);
            }
            SwitchOutcome outcome = repository.switchTo(branch, carry);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var lines = new ArrayList<String>();
            switch (outcome) {
                case SwitchOutcome.Blocked blocked ->
                    throw new InputException(
                            "The branch '" + blocked.branch() + "' has other versions of "
                                    + String.join(", ", blocked.files())
                                    + ", which you have not committed: commit, or switch with --carry to take the changes along");
                case SwitchOutcome.Switched switched -> tell(document, lines, switched.branch(), "switched", "");
                case SwitchOutcome.Carried carried ->
                    tell(document, lines, carried.branch(), "carried", ", with your changes");
                case SwitchOutcome.CarriedWithConflicts torn -> {
                    String kept = ", where your changes conflict; they are kept as " + torn.stash();
                    tell(document, lines, torn.branch(), "carried_with_conflicts", kept);
                }
            }
            int status = ConflictReport.add(repository, document, lines);
            session.print(document, lines);
            return status;
        }
    }

    private static void tell(ObjectNode document, List<String> lines, String branch, String outcome, String more) {
        document.put("branch", branch).put("outcome", outcome);
        lines.add("On " + branch + more);
    }
}
