package dev.assay.cli.prompts.versions;

import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.ChangedFile;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.PromptRevision;
import dev.assay.workbench.EvidenceFinder;
import dev.assay.workbench.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts commit}: commits the named prompts and files, and nothing else. */
@Command(name = "commit", description = "Commits the named prompts and files as they lie on disk, and nothing else.")
public final class PromptsCommitCommand implements Runnable {
    private static final String LATEST = "latest";
    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "PROMPT|FILE",
            description = "Prompts by name, other changed files by path, such as datasets/cases.csv.")
    private List<String> chosen = List.of();

    @Option(
            names = {"-a", "--all"},
            description = "Commit every changed file of the workspace.")
    private boolean all;

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What the commit does and why.")
    private String message = "";

    @Mixin
    private final AuthorOption author = new AuthorOption();

    @Option(
            names = "--evidence",
            arity = "0..1",
            fallbackValue = LATEST,
            paramLabel = "RUN",
            description = "Add what a comparison measured of exactly these texts, as trailers. Default: the latest.")
    private @Nullable String evidence;

    public PromptsCommitCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            PromptRegistry registry = workbench.registry();
            List<String> paths = paths(registry);
            PromptRevision commit = registry.commit(paths, message(workbench, paths), author.of(registry));
            session.print(RevisionJson.of(commit), List.of(commit.shortId() + "  " + commit.subject()));
        }
    }

    private List<String> paths(PromptRegistry registry) {
        if (all == !chosen.isEmpty()) {
            throw new InputException("Name the prompts and files to commit, or give --all alone");
        }
        List<String> changed =
                registry.changes().list().stream().map(ChangedFile::path).toList();
        if (all && changed.isEmpty()) {
            throw new InputException("Nothing to commit: nothing has changed since the last commit");
        }
        List<PromptEntry> entries = registry.list();
        return all
                ? changed
                : chosen.stream()
                        .map(name -> changed.contains(name) ? name : path(entries, name))
                        .distinct()
                        .toList();
    }

    private String message(Workbench workbench, List<String> paths) {
        String run = evidence;
        if (run == null) {
            return message;
        }
        List<String> blobs = workbench.registry().list().stream()
                .filter(entry -> paths.contains(entry.path()) && entry.status() != GitStatus.DELETED)
                .map(entry -> workbench
                        .registry()
                        .load(new PromptRef(entry.name(), null))
                        .blobId())
                .toList();
        var finder = new EvidenceFinder(workbench.history());
        Evidence found = run.equals(LATEST)
                ? finder.latest(blobs)
                        .orElseThrow(() -> new InputException(
                                "No finished comparison ran exactly these texts: run assay compare first,"
                                        + " or commit without --evidence"))
                : finder.of(run, blobs);
        return Trailers.append(message, found);
    }

    private static String path(List<PromptEntry> entries, String prompt) {
        String name = PromptArgument.name(prompt);
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(PromptEntry::path)
                .findFirst()
                .orElseThrow(() -> new InputException("There is no prompt '" + name
                        + "', nor a changed file of that path"
                        + NearestName.hint(
                                name, entries.stream().map(PromptEntry::name).toList())
                        + " (see: assay prompts list, git status)"));
    }
}
