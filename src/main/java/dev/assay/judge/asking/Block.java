package dev.assay.judge.asking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Texts under judgement as JSON between marks that no text can foresee, so that none can pretend to end there. */
public final class Block {
    private static final int QUOTED_AT_MOST = 4000;

    private Block() {}

    /**
     * One text.
     *
     * @param boundary sixteen hexadecimal digits, see {@link Boundary}
     */
    public static String of(String name, String boundary, String content) {
        return marked(name, boundary, json(content.replace(boundary, "")));
    }

    /** Several texts by their names. */
    public static String of(String name, String boundary, Map<String, String> texts) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        texts.forEach((key, text) -> fields.put(key.replace(boundary, ""), text.replace(boundary, "")));
        return marked(name, boundary, fields.toString());
    }

    /** A reply that could not be read, to be shown to whoever gave it; a long one is cut. */
    public static String quoted(String reply) {
        return json(reply.substring(0, Math.min(reply.length(), QUOTED_AT_MOST)));
    }

    private static String marked(String name, String boundary, String json) {
        String mark = name + "-" + boundary;
        return "<" + mark + ">\n" + json + "\n</" + mark + ">";
    }

    private static String json(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
