package dev.assay.cli.votes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.Run;
import dev.assay.history.Vote;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A line of a file of votes.
 *
 * @param place where it stands
 * @param fields {@code case}, {@code left}, {@code right}, {@code choice}; may have {@code voter} and {@code at}
 * @param run the run that is voted on
 */
record VoteLine(SourceLocation place, JsonNode fields, Run run) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of("case", "left", "right", "choice", "voter", "at");

    /** Throws {@link InputException} naming the line where it is no JSON object. */
    static VoteLine parse(SourceLocation place, String text, Run run) {
        try {
            JsonNode fields = MAPPER.readTree(text);
            if (!fields.isObject()) {
                throw new InputException(
                        place,
                        "a vote is an object such as"
                                + " {\"case\": 1, \"left\": \"A\", \"right\": \"B\", \"choice\": \"left\"}");
            }
            return new VoteLine(place, fields, run);
        } catch (JsonProcessingException e) {
            throw new InputException(place, "this is no line of JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * The vote. Throws {@link InputException} naming the line and what is wrong with it.
     *
     * @param voter who votes where the line does not say it
     */
    Vote vote(Supplier<String> voter, Instant now) {
        Set<String> unknown = new TreeSet<>();
        fields.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw wrong("there is no field " + String.join(", ", unknown) + " in a vote (known are case, left, right,"
                    + " choice, voter, at)");
        }
        int left = variant("left");
        int right = variant("right");
        if (left == right) {
            throw wrong("'left' and 'right' are the same variant: a vote is between two");
        }
        String who = fields.hasNonNull("voter")
                ? fields.get("voter").asText().strip()
                : voter.get().strip();
        if (who.isEmpty() || who.length() > 512) {
            throw wrong("'voter' must be a name of at most 512 characters");
        }
        return new Vote(testCase(), left, right, choice(left, right), who, at(now));
    }

    private int testCase() {
        JsonNode value = fields.path("case");
        if (!value.isIntegralNumber() || value.asLong() < 1 || value.asLong() > run.cases()) {
            throw wrong("'case' must be a whole number from 1 to " + run.cases() + ", as run " + run.id()
                    + " has so many cases");
        }
        return value.intValue() - 1;
    }

    private int variant(String field) {
        int index = labels().indexOf(fields.path(field).asText());
        if (index < 0) {
            throw wrong("'" + field + "' must be the letter of a variant: " + String.join(", ", labels()));
        }
        return index;
    }

    private List<String> labels() {
        return run.variants().stream().map(variant -> variant.label()).toList();
    }

    private Vote.Choice choice(int left, int right) {
        String written = fields.path("choice").asText();
        if (written.equals(labels().get(left))) {
            return Vote.Choice.LEFT;
        }
        if (written.equals(labels().get(right))) {
            return Vote.Choice.RIGHT;
        }
        return Arrays.stream(Vote.Choice.values())
                .filter(choice -> Figures.lowerCase(choice).equals(written))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> words = new ArrayList<>(Arrays.stream(Vote.Choice.values())
                            .map(Figures::lowerCase)
                            .toList());
                    words.addAll(List.of(labels().get(left), labels().get(right)));
                    return wrong("'choice' must be one of " + String.join(", ", words));
                });
    }

    private Instant at(Instant now) {
        if (!fields.hasNonNull("at")) {
            return now;
        }
        try {
            return Instant.parse(fields.get("at").asText());
        } catch (DateTimeParseException e) {
            throw wrong("'at' must be a time such as 2026-11-26T17:30:00Z");
        }
    }

    private InputException wrong(String message) {
        return new InputException(place, message);
    }
}
