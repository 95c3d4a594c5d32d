package dev.assay.prompt.assist.reading;

import dev.assay.prompt.assist.Declarations;
import dev.assay.prompt.assist.NameUse;
import dev.assay.prompt.assist.Names;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the name at a place is defined.
 *
 * @param partial the partial to go to, as it is referenced, or null where it is none
 * @param file the file of a schema or tool under the workspace, or null where it is none
 * @param start offset of the definition, from 0
 * @param end offset after it
 */
public record Definition(@Nullable String partial, @Nullable String file, int start, int end) {

    /**
     * The definition of what stands at an offset: a partial, a schema or tool, an input, a block parameter, or the
     * other end of a block. From a definition in the prompt itself the way leads to its first use.
     */
    public static Optional<Definition> at(ParsedPrompt prompt, int offset) {
        var names = Names.of(prompt);
        Optional<Definition> partial = names.partialAt(offset).map(use -> new Definition(use.name(), null, 0, 0));
        return partial.or(() -> ofTool(prompt, offset))
                .or(() -> ofFile(prompt, offset))
                .or(() -> names.at(offset).flatMap(use -> ofName(prompt, names, use)))
                .or(() -> declared(prompt, names, offset))
                .or(() -> TagPair.at(prompt, offset).map(pair -> {
                    TagPair.Span other = pair.other(offset);
                    return new Definition(null, null, other.start(), other.end());
                }));
    }

    /** From the name under {@code tools} the way leads to the prompt's own {@code toolDefs}, and back. */
    private static Optional<Definition> ofTool(ParsedPrompt prompt, int offset) {
        Optional<OwnTool> named = DefinitionUse.at(prompt, offset)
                .filter(use -> use.folder().equals(Definitions.TOOLS))
                .flatMap(use -> OwnTool.named(prompt, use.name()));
        return named.map(tool -> new Definition(null, null, tool.start(), tool.end()))
                .or(() -> OwnTool.at(prompt, offset)
                        .flatMap(tool -> DefinitionUse.of(prompt).stream()
                                .filter(use -> use.folder().equals(Definitions.TOOLS)
                                        && use.name().equals(tool.definition().name()))
                                .findFirst())
                        .map(use -> new Definition(null, null, use.start(), use.end())));
    }

    private static Optional<Definition> ofFile(ParsedPrompt prompt, int offset) {
        return DefinitionUse.at(prompt, offset)
                .flatMap(use -> prompt.definitions().file(use.folder(), use.name()))
                .map(file -> new Definition(null, file, 0, 0));
    }

    private static Optional<Definition> ofName(ParsedPrompt prompt, Names names, NameUse use) {
        return switch (use.kind()) {
            case INPUT ->
                new Declarations(prompt)
                        .all(use.name()).stream()
                                .findFirst()
                                .map(span -> new Definition(null, null, span.start(), span.end()))
                                .or(() -> names.uses().stream()
                                        .filter(use::sameAs)
                                        .findFirst()
                                        .map(first -> new Definition(null, null, first.start(), first.end())));
            case PARAMETER ->
                Optional.of(new Definition(
                        null,
                        null,
                        use.declaredAt(),
                        use.declaredAt() + use.name().length()));
            case FIELD, DATA, HELPER -> Optional.empty();
        };
    }

    /** From the declaration the way leads to the first use. */
    private static Optional<Definition> declared(ParsedPrompt prompt, Names names, int offset) {
        return new Declarations(prompt)
                .at(offset)
                .flatMap(name -> names.uses().stream()
                        .filter(use ->
                                use.kind() == NameUse.Kind.INPUT && use.name().equals(name))
                        .findFirst())
                .map(use -> new Definition(null, null, use.start(), use.end()));
    }

    /** All places of the input or block parameter at an offset, its declaration among them, by position. */
    public static List<Declarations.Span> uses(ParsedPrompt prompt, int offset) {
        var names = Names.of(prompt);
        var spans = new ArrayList<Declarations.Span>();
        var declarations = new Declarations(prompt);
        NameUse at = names.at(offset).orElse(null);
        String input =
                at == null ? declarations.at(offset).orElse(null) : at.kind() == NameUse.Kind.INPUT ? at.name() : null;
        if (input != null) {
            spans.addAll(declarations.all(input));
        }
        names.uses().stream()
                .filter(use -> input != null
                        ? use.kind() == NameUse.Kind.INPUT && use.name().equals(input)
                        : use.kind() == NameUse.Kind.PARAMETER && use.sameAs(at))
                .forEach(use -> spans.add(new Declarations.Span(use.start(), use.end())));
        return spans;
    }
}
