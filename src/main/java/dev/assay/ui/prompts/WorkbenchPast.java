package dev.assay.ui.prompts;

import dev.assay.llm.Message;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.log.LogEntry;
import dev.assay.ui.prompts.document.FileText;
import dev.assay.ui.prompts.history.PastPrompts;
import dev.assay.ui.prompts.history.Revision;
import dev.assay.ui.prompts.preview.MessageCard;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The past of the prompts of an open workspace. */
record WorkbenchPast(Workbench workbench) implements PastPrompts {
    @Override
    public List<Revision> revisions(String prompt, int limit) {
        return workbench.registry().history().first(prompt, limit).stream()
                .map(WorkbenchPast::revision)
                .toList();
    }

    private static Revision revision(LogEntry entry) {
        String before = entry.renamedFrom();
        return Revision.of(entry.revision(), before == null ? null : WorkspacePaths.nameOf(before));
    }

    @Override
    public String text(String prompt, String commitId) {
        return FileText.forEditor(workbench.registry().text(new PromptRef(prompt, commitId)));
    }

    @Override
    public String rendered(String prompt, String commitId, Map<String, Object> values) {
        return text(workbench.render(new PromptRef(prompt, commitId), values));
    }

    @Override
    public String renderedText(String prompt, String text, Map<String, Object> values) {
        return text(workbench.renderText(prompt, text, values));
    }

    private static String text(RenderedPrompt prompt) {
        return prompt.messages().stream().map(WorkbenchPast::text).collect(Collectors.joining("\n"));
    }

    private static String text(Message message) {
        return "\u2014 " + message.role().name().toLowerCase(Locale.ROOT) + " \u2014\n"
                + message.parts().stream().map(MessageCard::text).collect(Collectors.joining())
                + "\n";
    }
}
