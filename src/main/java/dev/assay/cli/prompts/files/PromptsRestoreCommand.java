package dev.assay.cli.prompts.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.StoredPrompt;
import dev.assay.registry.files.DeletedPrompt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts restore}: brings back an earlier version, or a deleted prompt. */
@Command(
        name = "restore",
        description = "Brings back a deleted prompt, or an earlier version of one; it is not committed yet.")
public final class PromptsRestoreCommand implements Runnable {
    private final Session session;

    @Parameters(index = "0", paramLabel = "PROMPT", description = "A prompt, also a deleted one.")
    private String prompt = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "REVISION",
            description = "The version. Default: the last one of a deleted prompt.")
    private @Nullable String revision;

    @Option(names = "--force", description = "Also where that replaces changes that are not committed.")
    private boolean force;

    public PromptsRestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            PromptRegistry registry = workbench.registry();
            String name = PromptArgument.name(prompt);
            Optional<GitStatus> status = status(registry, name);
            String wanted = revision == null ? lastOf(registry, name, status) : revision;
            StoredPrompt version = registry.load(new PromptRef(name, wanted));
            requireNoLoss(name, status);
            registry.files().restore(name, wanted);
            String commit = String.valueOf(version.commitId());
            session.print(
                    JsonNodeFactory.instance.objectNode().put("name", name).put("commitId", commit),
                    List.of("Restored " + name + " as it is at " + commit.substring(0, 7) + " (not committed yet)"));
        }
    }

    private static Optional<GitStatus> status(PromptRegistry registry, String name) {
        return registry.list().stream()
                .filter(entry -> entry.name().equals(name))
                .map(PromptEntry::status)
                .findFirst();
    }

    private static String lastOf(PromptRegistry registry, String name, Optional<GitStatus> status) {
        if (status.isPresent() && status.get() == GitStatus.DELETED) {
            return "HEAD";
        }
        if (status.isPresent()) {
            throw new InputException(name + " is there: say which version to bring back (see: assay prompts log " + name
                    + "), or HEAD for the last commit");
        }
        return registry.files().deleted(Integer.MAX_VALUE).stream()
                .filter(deleted -> deleted.name().equals(name))
                .map(DeletedPrompt::revision)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "There is no deleted prompt '" + name + "' (see: assay prompts list --deleted)"));
    }

    private void requireNoLoss(String name, Optional<GitStatus> status) {
        boolean edited = status.isPresent() && status.get() != GitStatus.CLEAN && status.get() != GitStatus.DELETED;
        if (edited && !force) {
            throw new InputException(
                    name + " has changes that are not committed: commit them first, or replace them with --force");
        }
    }
}
