package dev.assay.experiment.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields of a JSON object and where they are written. */
final class JsonFields {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonFields() {}

    /**
     * A field of the object itself.
     *
     * @param value its text, or as JSON has it where it is no text
     * @param text whether it is a text
     * @param nameFrom where its name begins, with the quotes
     * @param nameTo where its name ends
     * @param from where its value begins
     * @param to where its value ends
     */
    record Field(String name, String value, boolean text, int nameFrom, int nameTo, int from, int to) {}

    /** The fields in order; throws {@link InputException} naming the place where the line is no object. */
    static List<Field> of(String file, int line, String raw) {
        try (JsonParser parser = JSON.createParser(raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InputException(
                        new SourceLocation(file, line, 1),
                        "Each line must be one JSON object, such as {\"question\": \"...\"}");
            }
            List<Field> fields = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                fields.add(field(parser, raw));
            }
            if (parser.nextToken() != null) {
                throw new InputException(
                        new SourceLocation(
                                file, line, parser.currentTokenLocation().getColumnNr()),
                        "There is something after the JSON object: put one object on each line");
            }
            return fields;
        } catch (JsonProcessingException e) {
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            throw new InputException(
                    new SourceLocation(file, line, column),
                    "This line is not a JSON object: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory is always readable", e);
        }
    }

    private static Field field(JsonParser parser, String raw) throws IOException {
        String name = parser.currentName();
        int nameFrom = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.nextToken();
        int from = (int) parser.currentTokenLocation().getCharOffset();
        boolean text = token == JsonToken.VALUE_STRING;
        String said = text ? parser.getText() : "";
        parser.skipChildren();
        if (token.isNumeric()) {
            parser.getNumberValue();
        }
        int to = (int) parser.currentLocation().getCharOffset();
        return new Field(name, text ? said : raw.substring(from, to), text, nameFrom, nameEnd(raw, nameFrom), from, to);
    }

    /** Where a name ends that begins with a quote. */
    private static int nameEnd(String raw, int from) {
        int at = from + 1;
        while (raw.charAt(at) != '"') {
            at += raw.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
