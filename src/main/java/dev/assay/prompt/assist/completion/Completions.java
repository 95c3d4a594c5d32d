package dev.assay.prompt.assist.completion;

import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import java.util.List;

/** Finds what may be written at a place. A pure function of the text and of what the workspace knows. */
public final class Completions {
    private static final int MOST = 200;

    private Completions() {}

    /** The completions at an offset, best first; none inside plain text. */
    public static List<Completion> at(String text, int offset, Known known) {
        var prompt = ParsedPrompt.of(text, known.definitions().get());
        return prompt.inFrontMatter(offset)
                ? new FrontMatterCompletion(prompt, known).at(offset)
                : TagPlace.at(prompt, offset)
                        .map(place -> new TagCompletion(prompt, place, known).find())
                        .orElse(List.of());
    }

    /** The candidates that fit what stands between two offsets, as edits of that stretch. */
    static List<Completion> fit(List<Candidate> candidates, String typed, int start, int end) {
        return Ranking.sort(candidates, typed).stream()
                .limit(MOST)
                .map(candidate -> completion(candidate, start, end))
                .toList();
    }

    private static Completion completion(Candidate candidate, int start, int end) {
        String insert = candidate.insert();
        int caret = insert.indexOf('|');
        String written = caret < 0 ? insert : insert.substring(0, caret) + insert.substring(caret + 1);
        return new Completion(
                candidate.kind(),
                candidate.label(),
                candidate.type(),
                candidate.description(),
                new Replacement(start, end, written),
                start + (caret < 0 ? written.length() : caret));
    }
}
