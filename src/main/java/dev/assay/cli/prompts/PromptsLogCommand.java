package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.registry.git.PromptRevision;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts log}: the commits that changed a prompt. */
@Command(name = "log", description = "The commits that changed a prompt, newest first.")
final class PromptsLogCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt.")
    private String prompt = "";

    PromptsLogCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String name = PromptArgument.parse(prompt).name();
            List<PromptRevision> revisions = workbench.registry().log(name);
            session.print(
                    json(name, revisions),
                    revisions.stream().map(PromptsLogCommand::line).toList());
        }
    }

    private static String line(PromptRevision revision) {
        return "%s  %s  %s  %s".formatted(revision.shortId(), revision.time(), revision.author(), revision.subject())
                + Trailers.parse(revision.message())
                        .map(PromptsLogCommand::figures)
                        .orElse("");
    }

    private static String figures(Evidence evidence) {
        return evidence.scores().stream()
                .map(score -> score.metric()
                        + " %.2f".formatted(score.mean())
                        + evidence.difference(score.metric())
                                .map(difference -> " " + difference.figure())
                                .orElse(""))
                .collect(Collectors.joining(", ", "  [", "]"));
    }

    private static ObjectNode json(String name, List<PromptRevision> revisions) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
        ArrayNode array = document.putArray("revisions");
        revisions.forEach(revision -> array.add(RevisionJson.of(revision)));
        return document;
    }
}
