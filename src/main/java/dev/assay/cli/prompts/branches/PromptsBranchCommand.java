package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.branch.Branch;
import dev.assay.workbench.Repository;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts branch}: the branches. */
@Command(name = "branch", description = "Lists the branches; with a NAME makes a branch, without switching to it.")
public final class PromptsBranchCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A branch to make, rename or delete.")
    private @Nullable String name;

    @Option(names = "--from", paramLabel = "START", description = "Where it starts: a branch, tag or commit.")
    private @Nullable String start;

    @Option(names = "--rename", paramLabel = "NEW", description = "Give it this name.")
    private @Nullable String renamed;

    @Option(names = "--delete", description = "Delete it, where its commits are merged.")
    private boolean delete;

    @Option(names = "--force", description = "With --delete: also where its commits are lost by that.")
    private boolean force;

    public PromptsBranchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            if (name == null) {
                if (delete || force || start != null || renamed != null) {
                    throw new InputException("Name the branch: assay prompts branch NAME");
                }
                list(repository);
            } else {
                change(repository, name);
            }
            return ExitStatus.DONE;
        }
    }

    private void change(Repository repository, String branch) {
        if ((delete ? 1 : 0) + (start == null ? 0 : 1) + (renamed == null ? 0 : 1) > 1 || (force && !delete)) {
            throw new InputException("Give one of --from, --rename and --delete; --force goes with --delete");
        }
        if (delete) {
            repository.deleteBranch(branch, force);
            done(branch, "deleted", "Deleted the branch " + branch);
        } else if (renamed != null) {
            repository.renameBranch(branch, renamed);
            done(renamed, "renamed", "Renamed the branch " + branch + " to " + renamed);
        } else {
            repository.createBranch(branch, start);
            done(branch, "created", "Made the branch " + branch + ": assay prompts switch " + branch + " goes there");
        }
    }

    private void done(String branch, String what, String line) {
        session.print(JsonNodeFactory.instance.objectNode().put("name", branch).put("done", what), List.of(line));
    }

    private void list(Repository repository) {
        List<Branch> branches = repository.branches();
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("current", repository.currentBranch());
        var array = document.putArray("branches");
        branches.forEach(branch -> array.addObject()
                .put("name", branch.name())
                .put("remote", branch.isRemote())
                .put("current", branch.isCurrent())
                .put("upstream", branch.upstream())
                .put("upstreamGone", branch.isUpstreamGone())
                .put("ahead", branch.ahead())
                .put("behind", branch.behind())
                .put("commitId", branch.last().id())
                .put("subject", branch.last().subject())
                .put("author", branch.last().author())
                .put("time", branch.last().time().toString()));
        session.print(
                document, branches.stream().map(PromptsBranchCommand::line).toList());
    }

    private static String line(Branch branch) {
        String tracking = branch.upstream().isEmpty()
                ? ""
                : branch.isUpstreamGone()
                        ? "  [" + branch.upstream() + ": gone]"
                        : "  [%s: ahead %d, behind %d]".formatted(branch.upstream(), branch.ahead(), branch.behind());
        return (branch.isCurrent() ? "* " : "  ") + branch.name() + "  "
                + ConflictReport.brief(branch.last().id()) + "  "
                + Printable.of(branch.last().subject()) + tracking;
    }
}
