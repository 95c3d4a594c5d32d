package dev.assay.provider.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The sentences of a text with what is known of their weight. Immutable. */
final class Passages {
    /** Ranking compares every sentence with every other, so longer texts are read only up to here. */
    static final int READ_AT_MOST = 300;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final int ROUNDS = 30;
    private static final double DAMPING = 0.85;

    private final List<String> sentences;
    private final List<Set<String>> terms;
    private final Map<String, Integer> sentencesWithTerm = new HashMap<>();
    private final double[] centrality;

    Passages(List<String> all) {
        sentences = all.subList(0, Math.min(all.size(), READ_AT_MOST));
        terms = sentences.stream().map(Terms::distinct).toList();
        terms.forEach(set -> set.forEach(term -> sentencesWithTerm.merge(term, 1, Integer::sum)));
        centrality = centrality();
    }

    List<String> sentences() {
        return sentences;
    }

    /** The terms of all sentences together. */
    Set<String> terms() {
        return sentencesWithTerm.keySet();
    }

    /** In how many sentences a term occurs. */
    int occurrences(String term) {
        return sentencesWithTerm.getOrDefault(term, 0);
    }

    /** How much of the rest each sentence shares, about 1 on average; short ones count less, early ones more, lists of names less. */
    double[] weights(double earlyBonus) {
        double[] weights = new double[sentences.size()];
        for (int i = 0; i < weights.length; i++) {
            double brevity = Math.min(1, terms.get(i).size() / 6.0);
            double substance = isListOfNames(sentences.get(i)) ? 0.3 : 1;
            weights[i] = centrality[i] * brevity * substance * (1 + earlyBonus / (i + 1));
        }
        return weights;
    }

    /** Such as of those present: hardly a word begins with a small letter. */
    private static boolean isListOfNames(String sentence) {
        List<String> words =
                WORD.matcher(sentence).results().map(MatchResult::group).toList();
        long small = words.stream()
                .filter(word -> Character.isLowerCase(word.charAt(0)))
                .count();
        return words.size() > 2 && small * 3 < words.size();
    }

    /** How well each sentence meets the wanted terms: rare ones count more, and long sentences win nothing by length. */
    double[] overlaps(Set<String> wanted) {
        double[] overlaps = new double[sentences.size()];
        for (int i = 0; i < overlaps.length; i++) {
            double sum = 0;
            for (String term : terms.get(i)) {
                if (wanted.contains(term)) {
                    sum += Math.log(1 + (double) sentences.size() / occurrences(term));
                }
            }
            overlaps[i] = sum / Math.sqrt(6 + terms.get(i).size());
        }
        return overlaps;
    }

    /** The places of the {@code count} largest values, in the order of the text. */
    static List<Integer> top(double[] values, int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .limit(count)
                .sorted()
                .toList();
    }

    /** The sentences at these places. */
    List<String> at(List<Integer> places) {
        return places.stream().map(sentences::get).toList();
    }

    /** TextRank (Mihalcea and Tarau, 2004): a sentence is central that shares words with central sentences. */
    private double[] centrality() {
        int n = sentences.size();
        double[][] similar = similarities();
        double[] rank = new double[n];
        Arrays.fill(rank, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[n];
            Arrays.fill(next, 1 - DAMPING);
            for (int from = 0; from < n; from++) {
                double total = Arrays.stream(similar[from]).sum();
                for (int to = 0; to < n && total > 0; to++) {
                    next[to] += DAMPING * rank[from] * similar[from][to] / total;
                }
            }
            rank = next;
        }
        return rank;
    }

    private double[][] similarities() {
        int n = sentences.size();
        double[][] similar = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double scale = Math.log(1 + terms.get(i).size())
                        + Math.log(1 + terms.get(j).size());
                double value = scale == 0 ? 0 : Terms.shared(terms.get(i), terms.get(j)) / scale;
                similar[i][j] = value;
                similar[j][i] = value;
            }
        }
        return similar;
    }

    /** Each sentence as a text of its own. */
    List<Passages> apart(List<Integer> places) {
        var apart = new ArrayList<Passages>();
        places.forEach(place -> apart.add(new Passages(List.of(sentences.get(place)))));
        return apart;
    }
}
