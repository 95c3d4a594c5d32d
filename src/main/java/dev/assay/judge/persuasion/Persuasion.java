package dev.assay.judge.persuasion;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences that speak to a judge instead of doing the task. */
final class Persuasion {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s+|(?<=[。！？])|\\R");

    private static final Pattern SPEAKS = Pattern.compile(
            "\\b(?:ignore|disregard|forget|ignoriere)\\b.{0,40}\\b(?:instruction|prompt|rubric|anweisung)"
                    + "|忽略.{0,12}指令"
                    + "|\\[\\[\\s*\\w+\\s*\\]\\]"
                    + "|[\"']?\\b(?:score|choice|can_judge)\\b[\"']\\s*:"
                    + "|\\b(?:note|message|dear|attention|instructions?)\\b.{0,12}\\b(?:judge|grader|evaluator|rater)s?\\b"
                    + "|\\bas (?:a|an|the|your) (?:judge|grader|evaluator|rater)\\b"
                    + "|\\b(?:score|rating|grade|bewertung)\\b\\s*(?:is|=|:|of)\\s*[\"']?\\d"
                    + "|评分\\s*[:：]\\s*\\d"
                    + "|\\b(?:give|assign|award|deserves?|choose|less than)\\b.{0,30}\\b(?:scores?|rating|full marks|highest mark"
                    + "|\\d+(?:\\s*/\\s*\\d+)?)[.,!]?(?:\\s|$)"
                    + "|</?(?:candidate|system|first|second)\\b"
                    + "|\\brubric\\b.{0,40}\\bchanged\\b|\\bevaluation is over\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Persuasion() {}

    /** Whether a text has such a sentence. */
    static boolean isIn(String text) {
        return SPEAKS.matcher(text).find();
    }

    /** The text without such sentences; empty where it has none. */
    static Optional<String> takenOut(String text) {
        if (!isIn(text)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(SENTENCE_END.split(text))
                .filter(sentence -> !isIn(sentence))
                .collect(Collectors.joining("\n"))
                .strip());
    }
}
