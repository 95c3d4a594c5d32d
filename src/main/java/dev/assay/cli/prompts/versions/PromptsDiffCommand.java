package dev.assay.cli.prompts.versions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts diff}: what changed in a prompt. */
@Command(name = "diff", description = "What changed in a prompt: since the last commit, or between two revisions.")
public final class PromptsDiffCommand implements Runnable {
    private final Session session;

    @Parameters(index = "0", paramLabel = "PROMPT", description = "A prompt.")
    private String prompt = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FROM", description = "A revision. Default: the last commit.")
    private @Nullable String from;

    @Parameters(index = "2", arity = "0..1", paramLabel = "TO", description = "A revision. Default: the working copy.")
    private @Nullable String to;

    public PromptsDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String name = PromptArgument.name(prompt);
            String diff = workbench.registry().diff(name, from, to);
            var document = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", name)
                    .put("from", from)
                    .put("to", to)
                    .put("diff", diff);
            session.print(document, diff.isEmpty() ? List.of() : List.of(diff.stripTrailing()));
        }
    }
}
