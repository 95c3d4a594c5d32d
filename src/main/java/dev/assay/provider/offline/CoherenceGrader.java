package dev.assay.provider.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Coherence by words: whole sentences that share words with their neighbours, in order, without repetition. */
final class CoherenceGrader {
    /** Words that tie a sentence to the one before. */
    private static final Pattern TIE = Pattern.compile(
            "(?i)\\b(this|that|these|those|it|its|they|them|their|he|she|his|her|so|but|because|therefore|however|then"
                    + "|also|instead|both|otherwise|thus|since|although)\\b");

    /** A first sentence that begins so refers to something that the reader has not been told. */
    private static final Pattern DANGLING = Pattern.compile(
            "(?i)(this|these|those|it|they|them|he|she|so|but|therefore|however|then|also|instead|both|otherwise|thus|with"
                    + " that)\\b.*");

    private static final Pattern BEGUN = Pattern.compile("[\\p{Lu}\\p{N}\"'“(\\p{Lo}].*");

    /** A sentence alone shows little of how a text holds together. */
    private static final double ALONE = 0.5;

    private CoherenceGrader() {}

    static Grade grade(PromptParts task, Candidate candidate) {
        List<String> sentences = candidate.sentences();
        if (candidate.terms().isEmpty()) {
            return new Grade(1, "The answer holds no words.", List.of());
        }
        List<Set<String>> terms = sentences.stream().map(Terms::distinct).toList();
        double[] links = links(sentences, terms);
        List<String> loose = IntStream.range(0, links.length)
                .filter(i -> links[i] == 0)
                .mapToObj(i -> sentences.get(i + 1))
                .toList();
        long whole = sentences.stream().filter(CoherenceGrader::isWhole).count();
        int repeated = repeated(terms);
        int backward = backward(sentences, task.input());
        boolean dangling = DANGLING.matcher(sentences.getFirst()).matches();
        double quality = 0.55 * Arrays.stream(links).average().orElse(ALONE)
                + 0.45 * whole / sentences.size()
                - (dangling ? 0.2 : 0)
                - 0.25 * repeated
                - 0.3 * backward / sentences.size();
        String reason =
                "%d of %d sentences are whole; %d of %d neighbours share no word; %d repeat, %d stand against the"
                                .formatted(whole, sentences.size(), loose.size(), links.length, repeated, backward)
                        + " order of the input"
                        + (dangling ? "; the first refers to something not told." : ".");
        return new Grade(Grade.level(quality), reason, loose.isEmpty() ? List.of(sentences.getFirst()) : loose);
    }

    /** How well each sentence but the first is tied to the one before, 0 to 1; two shared words are enough. */
    private static double[] links(List<String> sentences, List<Set<String>> terms) {
        return IntStream.range(1, sentences.size())
                .mapToDouble(i -> TIE.matcher(sentences.get(i)).find()
                        ? 1
                        : Math.min(1, Terms.shared(terms.get(i - 1), terms.get(i)) / 2.0))
                .toArray();
    }

    private static boolean isWhole(String sentence) {
        return Sentences.isWhole(sentence) && BEGUN.matcher(sentence).matches();
    }

    /** Sentences that share nearly all words with an earlier one. */
    private static int repeated(List<Set<String>> terms) {
        int repeated = 0;
        for (int later = 1; later < Math.min(terms.size(), Passages.READ_AT_MOST); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                int smaller =
                        Math.min(terms.get(earlier).size(), terms.get(later).size());
                if (smaller > 2 && Terms.shared(terms.get(earlier), terms.get(later)) >= 0.8 * smaller) {
                    repeated++;
                    break;
                }
            }
        }
        return repeated;
    }

    /** Quoted sentences that stand before one which the input has earlier. */
    private static int backward(List<String> sentences, String input) {
        int backward = 0;
        int last = -1;
        for (String sentence : sentences) {
            int at = input.indexOf(sentence);
            if (at >= 0) {
                backward += at < last ? 1 : 0;
                last = at;
            }
        }
        return backward;
    }
}
