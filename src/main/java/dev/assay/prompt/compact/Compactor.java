package dev.assay.prompt.compact;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.compact.body.PromptBody;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds what can be made shorter in a prompt's body. The front matter is left as it is. */
public final class Compactor {
    private Compactor() {}

    /**
     * What can be made shorter by all rules. Where two rules find the same characters, the one that takes more wins.
     *
     * @param template throws {@link dev.assay.llm.InputException} where it has errors
     * @param partials those that it includes
     */
    public static Compaction of(PromptTemplate template, PartialSource partials) {
        String source = template.requireValid().source();
        var body = PromptBody.of(source);
        var edits = new ArrayList<CompactEdit>();
        var taken = new BitSet();
        List<Finder> finders = List.of(
                new RepeatedExamples(),
                new UnusedPartials(partials),
                new RepeatedInstructions(),
                SpaceRules::blankLines,
                SpaceRules::trailing,
                SpaceRules::repeated);
        for (Finder finder : finders) {
            for (CompactEdit edit : finder.find(body)) {
                int found = taken.nextSetBit(edit.start());
                if (found < 0 || found >= edit.end()) {
                    edits.add(edit);
                    taken.set(edit.start(), edit.end());
                }
            }
        }
        var all = new Compaction(source, edits, notes(template, partials));
        return isSafe(all)
                ? all
                : new Compaction(
                        source,
                        edits.stream()
                                .filter(edit -> isSafe(new Compaction(source, List.of(edit), List.of())))
                                .toList(),
                        all.notes());
    }

    /** Whether the text without what was repeated has the tags that it has now, and can be read with all edits made. */
    private static boolean isSafe(Compaction compaction) {
        List<CompactEdit> wordsOnly = compaction.edits().stream()
                .filter(edit -> edit.rule().isSpaceOnly() || edit.rule() == CompactRule.REPEATED_INSTRUCTION)
                .toList();
        String whole = compaction.text();
        return TagSequence.difference(compaction.source(), compaction.text(wordsOnly))
                        .isEmpty()
                && TagSequence.difference(whole, whole).isEmpty();
    }

    private static List<String> notes(PromptTemplate template, PartialSource partials) {
        return template.variables(partials).stream()
                .filter(variable -> variable.declared() && !variable.used())
                .map(variable -> "'" + variable.name()
                        + "' is declared and not used. It takes no tokens; take it out of the front matter by hand.")
                .toList();
    }
}
