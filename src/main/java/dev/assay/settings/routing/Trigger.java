package dev.assay.settings.routing;

import dev.assay.llm.ModelId;
import java.util.regex.Pattern;

/** When an answer will not do. {@code toString} says it for the user. */
public sealed interface Trigger {

    /** What can be told without being told more. */
    enum Simple implements Trigger {
        /** No text and no tool call. */
        EMPTY("empty", "the answer was empty"),
        /** The model or a filter refused. */
        REFUSAL("refusal", "the model refused"),
        /** The answer was cut off by a limit. */
        CUT_OFF("cut-off", "the answer was cut off"),
        /** The answer is no JSON object or list, and nothing but that. */
        INVALID_JSON("invalid-json", "the answer was no valid JSON"),
        /** There was no answer. */
        ERROR("error", "the call failed");

        private final String word;
        private final String reason;

        Simple(String word, String reason) {
            this.word = word;
            this.reason = reason;
        }

        /** The word for it in the file. */
        public String word() {
            return word;
        }

        @Override
        public String toString() {
            return reason;
        }
    }

    /**
     * The text has something that matches.
     *
     * @param pattern a regular expression that is found anywhere in it
     */
    record Matches(Pattern pattern) implements Trigger {
        @Override
        public boolean equals(Object other) {
            return other instanceof Matches that && pattern.pattern().equals(that.pattern.pattern());
        }

        @Override
        public int hashCode() {
            return pattern.pattern().hashCode();
        }

        @Override
        public String toString() {
            return "the answer matched " + pattern.pattern();
        }
    }

    /**
     * The text is short.
     *
     * @param characters fewer than this, 1 or more
     */
    record ShorterThan(int characters) implements Trigger {
        @Override
        public String toString() {
            return "the answer had fewer than " + characters + " characters";
        }
    }

    /**
     * A judge gave a low score, or none.
     *
     * @param metric what is judged, such as {@code relevance}
     * @param judge who judges
     * @param below the least score that will do, above 0 and at most 1
     */
    record JudgedBelow(String metric, ModelId judge, double below) implements Trigger {
        @Override
        public String toString() {
            return metric + " was judged below " + below;
        }
    }
}
