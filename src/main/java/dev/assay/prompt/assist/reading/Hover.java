package dev.assay.prompt.assist.reading;

import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.assist.Declarations;
import dev.assay.prompt.assist.HelperGuide;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.NameUse;
import dev.assay.prompt.assist.Names;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.PartialUse;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to say about a name.
 *
 * @param title the name with its type
 * @param text what it is for; may be empty
 * @param code lines to show as they are, such as the beginning of a partial; may be empty
 * @param start offset of the name
 * @param end offset after it
 */
public record Hover(String title, String text, String code, int start, int end) {
    private static final int LINES = 6;
    private static final int WIDTH = 100;

    /** What stands at an offset; empty where there is nothing to say. */
    public static Optional<Hover> at(ParsedPrompt prompt, int offset, Known known) {
        var names = Names.of(prompt);
        return names.partialAt(offset)
                .map(use -> ofPartial(use, known))
                .or(() -> DefinitionUse.at(prompt, offset).map(use -> DefinitionHover.of(use, prompt)))
                .or(() -> names.at(offset).flatMap(use -> ofName(prompt, use, known)))
                .or(() -> new Declarations(prompt)
                        .at(offset)
                        .flatMap(name -> new Declarations(prompt)
                                .all(name).stream()
                                        .filter(span -> span.covers(offset))
                                        .findFirst()
                                        .flatMap(span -> ofInput(prompt, name, span.start(), span.end(), known))));
    }

    private static Hover ofPartial(PartialUse use, Known known) {
        return known.partials()
                .find(use.name())
                .map(partial -> new Hover(
                        "partial " + use.name(),
                        use.seesInputs() ? "It sees all inputs of this prompt." : "",
                        partial.source()
                                .lines()
                                .limit(LINES)
                                .map(Hover::shorten)
                                .collect(Collectors.joining("\n")),
                        use.start(),
                        use.end()))
                .orElse(new Hover("partial " + use.name(), "There is no such partial.", "", use.start(), use.end()));
    }

    private static Optional<Hover> ofName(ParsedPrompt prompt, NameUse use, Known known) {
        return switch (use.kind()) {
            case INPUT -> ofInput(prompt, use.name(), use.start(), use.end(), known);
            case PARAMETER -> Optional.of(of(use, "block parameter"));
            case FIELD -> Optional.of(of(use, "field of the element"));
            case DATA ->
                Optional.ofNullable(HelperGuide.data().get(use.name()))
                        .map(line -> new Hover("@" + use.name(), line, "", use.start(), use.end()));
            case HELPER ->
                Optional.ofNullable(HelperGuide.line(use.name()))
                        .map(line -> new Hover(
                                use.name(),
                                line + ".",
                                String.valueOf(HelperGuide.form(use.name())),
                                use.start(),
                                use.end()));
        };
    }

    private static Hover of(NameUse use, String what) {
        String type = use.type().name();
        String description = use.type().description();
        return new Hover(
                use.name() + (type == null ? "" : ": " + type),
                what + (description == null ? "" : "; " + description),
                "",
                use.start(),
                use.end());
    }

    private static Optional<Hover> ofInput(ParsedPrompt prompt, String name, int start, int end, Known known) {
        return prompt.template().variables(known.partials()).stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .map(variable -> new Hover(title(variable), text(variable), "", start, end));
    }

    private static String title(PromptVariable variable) {
        String type = variable.type() == null ? "" : ": " + variable.type();
        return variable.name() + type + (variable.declared() && !variable.required() ? ", optional" : "");
    }

    private static String text(PromptVariable variable) {
        String description = variable.description() == null ? "" : variable.description();
        String fallback =
                variable.defaultValue() == null ? "" : "Default: " + shorten(String.valueOf(variable.defaultValue()));
        String options = variable.options().isEmpty()
                ? ""
                : "One of " + variable.options().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String undeclared = variable.declared() ? "" : "Not declared in input.schema.";
        return Stream.of(description, options, fallback, undeclared)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    static String shorten(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }
}
