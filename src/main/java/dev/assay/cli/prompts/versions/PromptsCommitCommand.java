package dev.assay.cli.prompts.versions;

import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
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

/** {@code assay prompts commit}: commits the named prompts and nothing else. */
@Command(name = "commit", description = "Commits the named prompts as they lie on disk, and nothing else.")
public final class PromptsCommitCommand implements Runnable {
    private static final String LATEST = "latest";
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "PROMPT", description = "The prompts to commit.")
    private List<String> prompts = List.of();

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
            List<PromptEntry> entries = registry.list();
            List<String> paths = prompts.stream()
                    .map(prompt -> path(entries, prompt))
                    .distinct()
                    .toList();
            PromptRevision commit = registry.commit(paths, message(workbench), author.of(registry));
            session.print(RevisionJson.of(commit), List.of(commit.shortId() + "  " + commit.subject()));
        }
    }

    private String message(Workbench workbench) {
        String run = evidence;
        if (run == null) {
            return message;
        }
        List<String> blobs = prompts.stream()
                .map(prompt -> new PromptRef(PromptArgument.name(prompt), null))
                .map(ref -> workbench.registry().load(ref).blobId())
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
                .orElseThrow(() -> new InputException("There is no prompt '" + name + "' (see: assay prompts list)"));
    }
}
