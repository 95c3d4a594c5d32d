package dev.assay.prompt.assist.rename;

import dev.assay.llm.InputException;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.assist.Declarations;
import dev.assay.prompt.assist.NameUse;
import dev.assay.prompt.assist.Names;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.PartialUse;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.assist.reading.Definition;
import dev.assay.prompt.template.Helper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Renames an input, or a name after {@code as}, wherever it means the same. */
public final class VariableRename {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Set<String> RESERVED =
            Set.of("this", "else", "as", "true", "false", "null", "undefined", "expected");

    private final RenameSources sources;
    private final ParsedPrompt prompt;
    private final List<FileChange> changes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> partials = new HashSet<>();

    private VariableRename(RenameSources sources) {
        this.sources = sources;
        this.prompt = ParsedPrompt.of(sources.text());
    }

    /** The name at an offset that can be renamed. */
    public static Optional<String> nameAt(String text, int offset) {
        var prompt = ParsedPrompt.of(text);
        return Definition.uses(prompt, offset).stream()
                .findFirst()
                .map(span -> text.substring(span.start(), span.end()));
    }

    /**
     * Plans to rename what stands at an offset.
     *
     * @throws InputException where nothing that can be renamed stands there, or the new name is no name or taken
     */
    public static RenamePlan plan(RenameSources sources, int offset, String to) {
        return new VariableRename(sources).plan(offset, to);
    }

    private RenamePlan plan(int offset, String to) {
        List<Declarations.Span> spans = Definition.uses(prompt, offset);
        if (spans.isEmpty()) {
            throw new InputException("There is no variable here to rename: put the caret on one");
        }
        String from = prompt.text()
                .substring(spans.getFirst().start(), spans.getFirst().end());
        boolean parameter = Names.of(prompt)
                .at(offset)
                .filter(use -> use.kind() == NameUse.Kind.PARAMETER)
                .isPresent();
        requireFree(from, to);
        change(sources.path(), prompt.text(), spans, to, FileChange.Kind.PROMPT);
        if (!parameter) {
            inPartials(Names.of(prompt), from, to);
            warnOfOthers(from);
            inDatasets(from, to);
        }
        return new RenamePlan(from, to, changes, warnings);
    }

    private void requireFree(String from, String to) {
        if (!NAME.matcher(to).matches()) {
            throw new InputException(
                    "'" + to + "' is not a name: use letters, digits, - and _, and begin with a letter");
        }
        if (RESERVED.contains(to) || Helper.find(to).isPresent()) {
            throw new InputException("'" + to + "' has a meaning of its own in prompts: choose another name");
        }
        if (to.equals(from)) {
            throw new InputException("'" + to + "' is the name it has already");
        }
        boolean taken = prompt.template().variables(sources.known().partials()).stream()
                .anyMatch(one -> one.name().equals(to));
        if (taken) {
            throw new InputException("There is an input '" + to + "' already: choose another name");
        }
        requireNoParameter(Names.of(prompt), to, "this prompt");
    }

    /** A block parameter of the new name would hide what is renamed. */
    private static void requireNoParameter(Names names, String to, String where) {
        if (names.uses().stream()
                .anyMatch(use ->
                        use.kind() == NameUse.Kind.PARAMETER && use.name().equals(to))) {
            throw new InputException(
                    "A block of " + where + " calls its element '" + to + "' already: choose another name");
        }
    }

    private void change(String path, String text, List<Declarations.Span> spans, String to, FileChange.Kind kind) {
        List<Replacement> edits = spans.stream()
                .map(span -> new Replacement(span.start(), span.end(), to))
                .toList();
        changes.add(new FileChange(path, text, Replacement.apply(text, edits), edits.size(), kind));
    }

    private void inPartials(Names names, String from, String to) {
        for (PartialUse use : names.partials()) {
            boolean sees = use.seesInputs() && !use.passed().contains(from);
            Optional<PromptTemplate> partial = sources.known().partials().find(use.name());
            if (sees && partial.isPresent() && partials.add(partial.get().file())) {
                var inside = Names.of(ParsedPrompt.of(partial.get().source()));
                List<Declarations.Span> spans = inside.uses().stream()
                        .filter(one ->
                                one.kind() == NameUse.Kind.INPUT && one.name().equals(from))
                        .map(one -> new Declarations.Span(one.start(), one.end()))
                        .toList();
                requireNoParameter(inside, to, "partial '" + use.name() + "'");
                if (!spans.isEmpty()) {
                    change(partial.get().file(), partial.get().source(), spans, to, FileChange.Kind.PARTIAL);
                }
                inPartials(inside, from, to);
            }
        }
    }

    /** Other prompts that include a changed partial are left alone, and their owner is told. */
    private void warnOfOthers(String from) {
        Set<String> changed = new HashSet<>();
        changes.forEach(change -> changed.add(change.path()));
        Map<String, Set<String>> included = new HashMap<>();
        new TreeMap<>(sources.prompts()).forEach((path, text) -> {
            if (changed.contains(path)) {
                return;
            }
            for (String reached : included.computeIfAbsent(path, one -> reach(text, from, new LinkedHashSet<>()))) {
                if (changed.contains(reached)) {
                    warnings.add(path + " also includes " + reached + ": its own '" + from
                            + "' keeps its name, so mend it there");
                    break;
                }
            }
        });
    }

    private Set<String> reach(String text, String name, Set<String> seen) {
        for (PartialUse use : Names.of(ParsedPrompt.of(text)).partials()) {
            Optional<PromptTemplate> partial = sources.known().partials().find(use.name());
            if (partial.isPresent()
                    && !use.passed().contains(name)
                    && seen.add(partial.get().file())) {
                reach(partial.get().source(), name, seen);
            }
        }
        return seen;
    }

    private void inDatasets(String from, String to) {
        new TreeMap<>(sources.datasets()).forEach((path, text) -> {
            DatasetColumns columns = DatasetColumns.of(path, text);
            List<Declarations.Span> spans = columns.places(from);
            if (spans.isEmpty()) {
                return;
            }
            if (!columns.places(to).isEmpty()) {
                warnings.add(path + " has a column '" + to + "' already: its column '" + from + "' keeps its name");
                return;
            }
            change(path, text, spans, to, FileChange.Kind.DATASET);
        });
    }
}
