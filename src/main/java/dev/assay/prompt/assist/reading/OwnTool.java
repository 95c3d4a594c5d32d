package dev.assay.prompt.assist.reading;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.frontmatter.Settings.Place;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tool that the prompt defines itself, under {@code toolDefs}.
 *
 * @param definition what it is
 * @param start offset of its name there
 * @param end offset after it
 */
record OwnTool(ToolDefinition definition, int start, int end) {
    private static final String KEY = "toolDefs";

    static Optional<OwnTool> named(ParsedPrompt prompt, String name) {
        return all(prompt).filter(tool -> tool.definition.name().equals(name)).findFirst();
    }

    /** The tool whose name stands at an offset or ends there. */
    static Optional<OwnTool> at(ParsedPrompt prompt, int offset) {
        return all(prompt)
                .filter(tool -> tool.start <= offset && offset <= tool.end)
                .findFirst();
    }

    private static Stream<OwnTool> all(ParsedPrompt prompt) {
        return prompt.settings().places().entrySet().stream()
                .filter(entry -> isName(entry.getKey()))
                .flatMap(entry -> of(prompt, entry.getValue()).stream());
    }

    private static boolean isName(List<String> path) {
        return path.size() == 3 && path.getFirst().equals(KEY) && path.getLast().equals("name");
    }

    private static Optional<OwnTool> of(ParsedPrompt prompt, Place place) {
        String written = prompt.text().substring(place.valueStart(), place.valueEnd());
        int quote = written.startsWith("\"") || written.startsWith("'") ? 1 : 0;
        return prompt.template().frontMatter().toolDefs().stream()
                .filter(tool ->
                        written.length() == tool.name().length() + 2 * quote && written.startsWith(tool.name(), quote))
                .findFirst()
                .map(tool -> new OwnTool(tool, place.valueStart() + quote, place.valueEnd() - quote));
    }
}
