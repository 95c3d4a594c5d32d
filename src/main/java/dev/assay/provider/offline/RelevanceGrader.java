package dev.assay.provider.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Relevance by words: how many of the words that matter occur, and how many words do not come from the task. */
final class RelevanceGrader {
    private static final int KEY_TERMS = 16;

    /** Nobody repeats every frequent word, so this share of them counts as all. */
    private static final double FULL_COVERAGE = 0.85;

    private RelevanceGrader() {}

    static Grade grade(PromptParts task, String expected, Candidate candidate) {
        if (candidate.terms().isEmpty()) {
            return new Grade(1, "The answer holds no words to compare.", List.of());
        }
        Set<String> wanted = wanted(task, expected);
        Set<String> known =
                Terms.distinct(task.input() + " " + task.question() + " " + task.instructions() + " " + expected);
        int met = Terms.shared(wanted, candidate.terms());
        double coverage = wanted.isEmpty() ? 0 : Math.min(1, met / (FULL_COVERAGE * wanted.size()));
        double fromTask = (double) Terms.shared(candidate.terms(), known)
                / candidate.terms().size();
        String source =
                !expected.isBlank() ? "expected answer" : task.question().isEmpty() ? "input" : "question";
        String reason =
                "The answer holds %d of %d words that matter most in the %s; %d%% of its words come from the task."
                        .formatted(met, wanted.size(), source, Math.round(100 * fromTask));
        return new Grade(Grade.level(coverage * fromTask * fromTask), reason, best(candidate, wanted));
    }

    /** The words of the expected answer, else of the question, else the most frequent ones of the input. */
    private static Set<String> wanted(PromptParts task, String expected) {
        if (!expected.isBlank()) {
            return Terms.distinct(expected);
        }
        if (!task.question().isEmpty()) {
            return Terms.distinct(task.question());
        }
        var passages = new Passages(Sentences.of(task.input()));
        return Terms.distinct(task.input()).stream()
                .sorted(Comparator.comparingInt(term -> -passages.occurrences(term)))
                .limit(KEY_TERMS)
                .collect(Collectors.toSet());
    }

    private static List<String> best(Candidate candidate, Set<String> wanted) {
        return candidate.sentences().stream()
                .max(Comparator.comparingInt(sentence -> Terms.shared(Terms.distinct(sentence), wanted)))
                .map(List::of)
                .orElse(List.of());
    }
}
