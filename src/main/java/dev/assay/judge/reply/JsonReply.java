package dev.assay.judge.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The JSON objects of a reply, read leniently: fenced, in prose, with comments, trailing commas, single quotes, raw line
 * breaks, or cut off.
 */
final class JsonReply {
    private static final JsonFactory LENIENT = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Set<String> SCORES = Set.of("score", "rating");
    private static final Set<String> REASONS = Set.of("reasoning", "reason", "rationale", "explanation");

    /** An object that somebody else is said to have written. */
    private static final Pattern HEARSAY =
            Pattern.compile("\\b(?:" + FigureInContext.HEARSAY + ")\\b[^\\n{}]*$", Pattern.CASE_INSENSITIVE);

    private static final int NEAR = 100;

    private final String text;
    private final Scale scale;
    private Found score = Found.NOTHING;
    private String reasoning = "";
    private boolean cannotJudge;
    private boolean anyObject;

    private JsonReply(String text, Scale scale) {
        this.text = text;
        this.scale = scale;
    }

    /** A parser of what models take for JSON. */
    static JsonFactory lenient() {
        return LENIENT;
    }

    /** What all objects of the text say together; empty where it holds none, so that prose may be read instead. */
    static Optional<JsonReply> find(String text, Scale scale) {
        var reply = new JsonReply(text, scale);
        int from = text.indexOf('{');
        while (from >= 0) {
            from = text.indexOf('{', reply.readObject(from));
        }
        return reply.anyObject ? Optional.of(reply) : Optional.empty();
    }

    /** The one figure under score or rating, at any depth; ambiguous where there is none or several. */
    Found score() {
        return score;
    }

    String reasoning() {
        return reasoning;
    }

    boolean cannotJudge() {
        return cannotJudge;
    }

    /** Reads the object that begins here, if one does, and returns where to look on. */
    private int readObject(int start) {
        boolean isObject = false;
        int scoreEnd = -1;
        try (JsonParser parser = LENIENT.createParser(text.substring(start))) {
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                scoreEnd = -1;
                isObject |= token == JsonToken.FIELD_NAME || token == JsonToken.END_OBJECT;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (take(parser, token)) {
                    scoreEnd = start + (int) parser.currentLocation().getCharOffset();
                }
            } while (depth > 0);
            anyObject = true;
            score = isHearsay(start) ? Found.AMBIGUOUS : score;
            return start + (int) parser.currentLocation().getCharOffset();
        } catch (IOException e) {
            anyObject |= isObject;
            if (scoreEnd >= 0 && !text.substring(scoreEnd).stripLeading().startsWith(",")) {
                score = Found.AMBIGUOUS; // the reply was cut, perhaps within the number
            }
            return isObject ? text.length() : start + 1;
        }
    }

    private boolean isHearsay(int start) {
        return HEARSAY.matcher(text.substring(Math.max(0, start - NEAR), start)).find();
    }

    /** Notes what a token says, and returns whether it is the value of a score. */
    private boolean take(JsonParser parser, JsonToken token) throws IOException {
        String name = parser.currentName();
        if (name == null || token == JsonToken.FIELD_NAME || token.isStructEnd()) {
            return false;
        }
        String key = name.strip().toLowerCase(Locale.ROOT);
        String value = token.isScalarValue() ? parser.getText() : "";
        if (SCORES.contains(key)) {
            boolean readable = token.isNumeric() || token == JsonToken.VALUE_STRING;
            score = score.and(readable ? scale.read(value) : Found.AMBIGUOUS);
            return true;
        }
        if (REASONS.contains(key) && token == JsonToken.VALUE_STRING) {
            reasoning = value.strip();
        }
        cannotJudge |= key.equals("can_judge") && value.equalsIgnoreCase("false")
                || key.equals("cannot_judge") && value.equalsIgnoreCase("true");
        return false;
    }
}
