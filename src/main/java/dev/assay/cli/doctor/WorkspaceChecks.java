package dev.assay.cli.doctor;

import dev.assay.cli.session.Session;
import dev.assay.llm.AssayException;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.lock.IndexLock;
import dev.assay.registry.log.CommitGraphFile;
import dev.assay.settings.ProvidersFile;
import dev.assay.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Looks at the workspace: its prompts and datasets, git, the history, and the providers it names. */
final class WorkspaceChecks {
    /** The rest is for lint to tell. */
    private static final int MOST_PROBLEMS = 3;

    private final List<Check> checks = new ArrayList<>();

    private WorkspaceChecks() {}

    static List<Check> run(Session session) {
        var found = new WorkspaceChecks();
        found.workspace(session);
        return found.checks;
    }

    private void workspace(Session session) {
        Path root;
        try (var workbench = session.openWorkbench()) {
            root = workbench.root();
            checks.add(Check.ok("workspace", root + ", " + contents(workbench)));
            look("git", () -> git(workbench));
            workbench.registry().problems().stream()
                    .limit(MOST_PROBLEMS)
                    .forEach(problem -> checks.add(Check.warn("prompts", problem.toString())));
            workbench.registry().lock().ifPresent(lock -> checks.add(Check.warn("git lock", locked(lock))));
            look("commit-graph", () -> graph(workbench));
            look("history", () -> history(workbench));
            look("prices", () -> prices(workbench));
            look(
                    "outbound",
                    () -> HostChecks.run(
                            workbench.providerSetup().all(),
                            workbench.repository(false).remotes(),
                            workbench.cache().settings()));
        } catch (AssayException e) {
            checks.add(Check.fail("workspace", e.getMessage()));
            return;
        }
        try {
            checks.addAll(ProviderChecks.run(ProvidersFile.read(root.resolve("providers.yaml"), session.keys())));
        } catch (AssayException e) {
            checks.add(Check.fail("providers", e.getMessage()));
        }
    }

    private void look(String name, Supplier<Check> check) {
        try {
            checks.add(check.get());
        } catch (AssayException e) {
            checks.add(Check.fail(name, e.getMessage()));
        }
    }

    private static String contents(Workbench workbench) {
        long prompts = workbench.registry().list().stream()
                .filter(entry -> !entry.isPartial())
                .count();
        return prompts + " prompts, " + workbench.datasets().size() + " datasets";
    }

    private static Check prices(Workbench workbench) {
        List<String> retired = workbench.retired(workbench.models());
        return retired.isEmpty()
                ? Check.ok("prices", workbench.prices().rows().size() + " rows")
                : Check.warn("prices", String.join("; ", retired));
    }

    private static Check git(Workbench workbench) {
        long changed = workbench.registry().list().stream()
                .map(PromptEntry::status)
                .filter(status -> status.letter() != ' ')
                .count();
        String state = "branch " + workbench.registry().branch() + ", " + changed + " uncommitted prompts";
        return workbench.registry().configuredAuthor().isPresent()
                ? Check.ok("git", state)
                : Check.warn("git", state + "; no author: set user.name and user.email in git, or pass --author");
    }

    private static String locked(IndexLock lock) {
        return lock.path() + " is held for " + lock.ageInWords(Instant.now())
                + ": if no git program is running, remove it with assay prompts unlock";
    }

    private static Check graph(Workbench workbench) {
        CommitGraphFile.Coverage coverage =
                workbench.registry().history().graph().coverage();
        if (coverage.isEnough()) {
            return Check.ok("commit-graph", "histories of prompts are quick to read");
        }
        String lack = coverage.missing() > 0
                ? String.format(Locale.ROOT, "%,d commits are not in git's commit-graph", coverage.missing())
                : "git's commit-graph does not tell which files its commits changed";
        return Check.warn(
                "commit-graph",
                lack + ", so histories are slow to read: have git write it with assay doctor --write-commit-graph");
    }

    private static Check history(Workbench workbench) {
        return Check.ok(
                "history", workbench.history().runs(1).isEmpty() ? "readable, no runs yet" : "readable, has runs");
    }
}
