package dev.assay.prompt.assist.mend;

import dev.assay.llm.NearestName;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.assist.reading.DefinitionUse;
import dev.assay.prompt.definition.DefinitionText;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Picoschema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Mends names of schemas and tools that no file defines. */
final class DefinitionFixes {
    private final ParsedPrompt prompt;
    private final Definitions definitions;

    DefinitionFixes(ParsedPrompt prompt) {
        this.prompt = prompt;
        this.definitions = prompt.definitions();
    }

    List<QuickFix> of(Diagnostic problem) {
        return DefinitionUse.of(prompt).stream()
                .filter(use -> problem.start() <= use.start() && use.end() <= problem.end())
                .filter(use -> !known(use.folder()).contains(use.name()))
                .findFirst()
                .map(this::fixes)
                .orElse(List.of());
    }

    private List<QuickFix> fixes(DefinitionUse use) {
        var fixes = new ArrayList<QuickFix>();
        var names = new TreeSet<>(known(use.folder()));
        if (use.folder().equals(Definitions.SCHEMAS)) {
            names.addAll(Picoschema.SCALARS);
        }
        NearestName.find(use.name(), names)
                .ifPresent(near -> fixes.add(
                        QuickFix.edit("Change to '" + near + "'", new Replacement(use.start(), use.end(), near))));
        boolean free = definitions.complete()
                && definitions.file(use.folder(), use.name()).isEmpty()
                && DefinitionText.mayBeCalled(use.folder(), use.name());
        if (free) {
            String path = DefinitionText.start(use.folder(), use.name()).path();
            boolean tool = use.folder().equals(Definitions.TOOLS);
            fixes.add(new QuickFix(
                    "Create the " + (tool ? "tool " : "schema ") + path,
                    List.of(),
                    new NewFile(tool ? NewFile.Kind.TOOL : NewFile.Kind.SCHEMA, use.name())));
        }
        return fixes;
    }

    private Collection<String> known(String folder) {
        return folder.equals(Definitions.TOOLS)
                ? definitions.tools().keySet()
                : definitions.schemas().keySet();
    }
}
