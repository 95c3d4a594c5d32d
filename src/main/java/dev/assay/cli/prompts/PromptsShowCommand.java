package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.registry.StoredPrompt;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts show}: the text of a prompt, at any revision. */
@Command(name = "show", description = "The text of a prompt.")
final class PromptsShowCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT[@REV]", description = "A prompt; at a revision, or as it lies on disk.")
    private String prompt = "";

    PromptsShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            PromptRef ref = PromptArgument.parse(prompt);
            StoredPrompt stored = workbench.registry().load(ref);
            session.print(
                    json(stored, workbench.template(ref)), List.of(stored.text().stripTrailing()));
        }
    }

    private static ObjectNode json(StoredPrompt stored, PromptTemplate template) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", stored.ref().name());
        document.put("revision", stored.commitId());
        document.put("path", stored.path());
        document.put("blobId", stored.blobId());
        document.put("text", stored.text());
        ArrayNode variables = document.putArray("variables");
        template.variables()
                .forEach(variable -> variables
                        .addObject()
                        .put("name", variable.name())
                        .put("type", variable.type())
                        .put("description", variable.description())
                        .put("required", variable.required()));
        ArrayNode diagnostics = document.putArray("diagnostics");
        template.diagnostics().forEach(diagnostic -> diagnostics.add(diagnostic.toString()));
        return document;
    }
}
