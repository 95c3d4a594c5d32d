package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.Tool;
import dev.assay.pricing.TokenCount;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.prompt.Severity;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay render}: the messages as they would be sent. */
@Command(name = "render", description = "The messages of a prompt as they would be sent.")
public final class RenderCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT[@REV]", description = "A prompt; at a revision, or as it lies on disk.")
    private String prompt = "";

    @Option(names = "--at", paramLabel = "REV", description = "The revision; the same as PROMPT@REV.")
    private @Nullable String revision;

    @Option(
            names = "--model",
            paramLabel = "PROVIDER/MODEL",
            description = "With --json: count for this model, and tell price and context window of a call.")
    private @Nullable String model;

    @Option(
            names = "--exact",
            description = "Have the provider of the model count the input tokens, with one call that is not billed.")
    private boolean exact;

    @Mixin
    private final InputOptions inputs;

    public RenderCommand(Session session) {
        this.session = session;
        this.inputs = new InputOptions(session);
    }

    @Override
    public void run() {
        PromptRef ref = ref();
        try (var workbench = session.openWorkbench()) {
            RenderedPrompt rendered = inputs.render(workbench, ref);
            warn(workbench, ref);
            ObjectNode document = RenderedJson.of(ref, rendered);
            String own = workbench.template(ref).frontMatter().model();
            ModelId asked = model == null ? null : ModelId.parse(model);
            TokenCount counted = exact ? counted(rendered, asked, own, workbench) : null;
            TokenJson.add(document, rendered, asked, own, counted, workbench);
            session.print(document, text(rendered));
        }
    }

    private TokenCount counted(
            RenderedPrompt rendered, @Nullable ModelId asked, @Nullable String own, Workbench workbench) {
        if (asked == null && own == null) {
            throw new InputException("The prompt names no model: say with --model PROVIDER/MODEL who shall count");
        }
        ModelId counting = asked == null ? ModelId.parse(String.valueOf(own)) : asked;
        long tokens = workbench.gateway().countTokens(rendered.toRequest(counting, ModelParameters.DEFAULTS, false));
        session.terminal().note(counting + " counts " + tokens + " input tokens");
        return new TokenCount(Math.toIntExact(Math.min(tokens, Integer.MAX_VALUE)), true);
    }

    private PromptRef ref() {
        PromptRef ref = PromptArgument.parse(prompt);
        if (revision == null) {
            return ref;
        }
        if (ref.revision() != null) {
            throw new InputException("Give the revision once: as " + ref + " or with --at " + revision);
        }
        return new PromptRef(ref.name(), revision);
    }

    private void warn(Workbench workbench, PromptRef ref) {
        workbench.template(ref).diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .forEach(diagnostic -> session.terminal().note(diagnostic.toString()));
    }

    private static List<String> text(RenderedPrompt rendered) {
        var lines = new ArrayList<String>();
        for (Message message : rendered.messages()) {
            lines.add("--- " + RenderedJson.role(message));
            message.parts().forEach(part -> lines.add(RenderedJson.text(part)));
        }
        for (Tool tool : rendered.tools()) {
            String description = tool.description().isEmpty() ? "" : ": " + tool.description();
            lines.add("--- tool " + tool.name() + description);
            lines.add(tool.inputSchema());
        }
        if (!rendered.tools().isEmpty()) {
            lines.add("--- tool choice: " + RenderedJson.word(rendered.toolChoice()));
        }
        return lines;
    }
}
