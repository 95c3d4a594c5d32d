package dev.assay.cli.prompts.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts duplicate}: copies a prompt. */
@Command(name = "duplicate", description = "Copies a prompt as it lies on disk; the copy is not committed yet.")
public final class PromptsDuplicateCommand implements Runnable {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FROM", description = "A prompt.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "The name of the copy.")
    private String to = "";

    public PromptsDuplicateCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String original = PromptArgument.name(from);
            String copy = PromptArgument.name(to);
            workbench.registry().files().duplicate(original, copy);
            session.print(
                    JsonNodeFactory.instance.objectNode().put("from", original).put("to", copy),
                    List.of("Copied " + original + " to " + copy));
        }
    }
}
