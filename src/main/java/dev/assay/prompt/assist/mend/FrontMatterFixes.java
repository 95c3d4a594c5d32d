package dev.assay.prompt.assist.mend;

import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.edit.FrontMatterEditor;
import dev.assay.prompt.edit.TextEdit;
import dev.assay.prompt.frontmatter.ConfigKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mends front matter. */
final class FrontMatterFixes {
    private static final List<String> IGNORE = List.of("assay.ignore");

    private final ParsedPrompt prompt;

    FrontMatterFixes(ParsedPrompt prompt) {
        this.prompt = prompt;
    }

    List<QuickFix> of(Diagnostic problem) {
        return problem.name().equals("unclosed-front-matter") ? List.of(close()) : parameter(problem);
    }

    /** Silences findings of a name in this prompt; empty where the front matter cannot be edited. */
    Optional<QuickFix> ignore(String name) {
        var editor = FrontMatterEditor.of(prompt.text());
        if (editor.problem().isPresent()) {
            return Optional.empty();
        }
        Object written = editor.value(IGNORE);
        List<?> ignored = written instanceof List<?> list ? list : written == null ? List.of() : List.of(written);
        List<Object> names = new ArrayList<>(ignored);
        names.add(name);
        try {
            TextEdit edit = editor.set(IGNORE, names);
            return Optional.of(QuickFix.edit(
                    "Do not report " + name + " in this prompt",
                    new Replacement(edit.offset(), edit.offset() + edit.removed(), edit.inserted())));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** The fence goes below the last line that looks like settings. */
    private QuickFix close() {
        String text = prompt.text();
        int at = prompt.layout().yamlStart();
        for (String line : text.substring(at).split("(?<=\n)")) {
            boolean setting = line.matches("(?s)\\s*(#.*|- .*|[\\w.\"'?(), -]+:(\\s.*)?)") || line.startsWith("  ");
            if (!setting || line.isBlank() || line.startsWith("{{")) {
                break;
            }
            at += line.length();
        }
        boolean fresh = at == 0 || text.charAt(at - 1) == '\n';
        return QuickFix.edit("Close the front matter with ---", new Replacement(at, at, (fresh ? "" : "\n") + "---\n"));
    }

    private List<QuickFix> parameter(Diagnostic problem) {
        String text = prompt.text();
        int colon = text.indexOf(':', problem.start());
        String key = colon < 0 ? "" : text.substring(problem.start(), colon).strip();
        return NearestName.find(key, ConfigKeys.ALL).stream()
                .map(near -> QuickFix.edit(
                        "Change to '" + near + "'",
                        new Replacement(problem.start(), problem.start() + key.length(), near)))
                .toList();
    }
}
