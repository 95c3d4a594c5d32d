package dev.assay.cli.prompts.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.registry.files.PromptFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts delete}: takes a prompt away so that it can be had back. */
@Command(
        name = "delete",
        description =
                "Deletes a prompt; restore brings it back. The deletion becomes history with the next commit of it.")
public final class PromptsDeleteCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt.")
    private String prompt = "";

    public PromptsDeleteCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String name = PromptArgument.name(prompt);
            PromptFiles files = workbench.registry().files();
            Optional<String> kept = files.delete(name).map(file -> relative(workbench.root(), file));
            List<String> left = NamingFiles.of(files, name);
            left.forEach(file -> session.terminal().note(file + " still names " + name));
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
            document.put("keptIn", kept.orElse(null));
            left.forEach(document.putArray("namedIn")::add);
            session.print(
                    document,
                    List.of("Deleted " + name
                            + kept.map(file -> "; the text that no commit has is kept in " + file)
                                    .orElse("; assay prompts restore " + name + " brings it back")));
        }
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
