package dev.assay.experiment.stats.raters;

import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several raters gave the same answers; not every one rated each.
 *
 * @param byAnswer by answer, the ratings there are, in the order of the raters
 */
public record Ratings(List<List<Double>> byAnswer) {
    public Ratings {
        byAnswer = byAnswer.stream().map(List::copyOf).toList();
    }

    /**
     * Takes the ratings by rater, all over the same answers.
     *
     * @param byRater by rater, a rating an answer, or null where there is none
     * @throws InputException where the raters have not as many answers, or a rating is no number
     */
    public static Ratings byRater(List<? extends List<@Nullable Double>> byRater) {
        int answers = byRater.isEmpty() ? 0 : byRater.getFirst().size();
        List<List<Double>> byAnswer = new ArrayList<>();
        for (int answer = 0; answer < answers; answer++) {
            byAnswer.add(new ArrayList<>());
        }
        for (int rater = 0; rater < byRater.size(); rater++) {
            List<@Nullable Double> given = byRater.get(rater);
            if (given.size() != answers) {
                throw new InputException("Rater " + (rater + 1) + " has " + given.size()
                        + " ratings and the first rater " + answers
                        + ": give one for every answer, and null where there is none");
            }
            for (int answer = 0; answer < answers; answer++) {
                Double rating = given.get(answer);
                if (rating != null) {
                    byAnswer.get(answer).add(checked(rating));
                }
            }
        }
        return new Ratings(byAnswer);
    }

    /** Those answers that two or more rated: the others say nothing of agreement. */
    List<List<Double>> pairable() {
        return byAnswer.stream().filter(ratings -> ratings.size() > 1).toList();
    }

    private static Double checked(Double rating) {
        if (!Double.isFinite(rating)) {
            throw new InputException("A rating is " + rating + " but must be a number");
        }
        return rating;
    }
}
