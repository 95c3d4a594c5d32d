package dev.assay.history;

import java.time.Instant;

/**
 * Which of two answers to a case a person preferred without knowing whose they were.
 *
 * @param testCase index of the case
 * @param left index of the variant that was shown on the left
 * @param right index of the other variant
 * @param choice what was chosen
 * @param voter who voted: the name and address of the git user
 * @param votedAt when
 */
public record Vote(int testCase, int left, int right, Choice choice, String voter, Instant votedAt) {
    public Vote {
        if (left == right) {
            throw new IllegalArgumentException("A vote is between two variants, not " + left + " and itself");
        }
    }

    /** What can be chosen. */
    public enum Choice {
        LEFT,
        RIGHT,
        TIE,
        BOTH_BAD
    }
}
