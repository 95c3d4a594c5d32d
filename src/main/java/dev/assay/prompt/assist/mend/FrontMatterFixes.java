package dev.assay.prompt.assist.mend;

import dev.assay.llm.NearestName;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import java.util.List;

/** Mends front matter. */
final class FrontMatterFixes {
    private static final List<String> PARAMETERS =
            List.of("temperature", "topP", "topK", "maxOutputTokens", "seed", "stopSequences", "contextTokens");

    private final ParsedPrompt prompt;

    FrontMatterFixes(ParsedPrompt prompt) {
        this.prompt = prompt;
    }

    List<QuickFix> of(Diagnostic problem) {
        return problem.name().equals("unclosed-front-matter") ? List.of(close()) : parameter(problem);
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
        return NearestName.find(key, PARAMETERS).stream()
                .map(near -> QuickFix.edit(
                        "Change to '" + near + "'",
                        new Replacement(problem.start(), problem.start() + key.length(), near)))
                .toList();
    }
}
