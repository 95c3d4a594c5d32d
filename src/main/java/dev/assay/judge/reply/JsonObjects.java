package dev.assay.judge.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The JSON objects of a reply, read leniently: fenced, in prose, with comments, trailing commas or single quotes. */
public final class JsonObjects {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(JsonReply.lenient()).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** What begins so is meant to be an object, whole or not. */
    private static final Pattern BEGINNING = Pattern.compile("\\{\\s*[\"']?[\\w-]+[\"']?\\s*:");

    private JsonObjects() {}

    /** All of them, in order; none where a thought has no end, or one of them is broken or cut. */
    public static List<JsonNode> of(String reply) {
        return SpokenText.of(reply).map(JsonObjects::all).orElse(List.of());
    }

    private static List<JsonNode> all(String text) {
        List<JsonNode> objects = new ArrayList<>();
        int from = text.indexOf('{');
        while (from >= 0) {
            try (JsonParser parser = MAPPER.createParser(text.substring(from))) {
                objects.add(parser.readValueAsTree());
                from = text.indexOf('{', from + (int) parser.currentLocation().getCharOffset());
            } catch (IOException e) {
                if (BEGINNING.matcher(text).region(from, text.length()).lookingAt()) {
                    return List.of();
                }
                from = text.indexOf('{', from + 1);
            }
        }
        return objects;
    }
}
