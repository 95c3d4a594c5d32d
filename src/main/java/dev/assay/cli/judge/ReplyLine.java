package dev.assay.cli.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.judge.reply.ChoiceReply;
import dev.assay.judge.reply.ChoiceReplyReader;
import dev.assay.judge.reply.JudgeReply;
import dev.assay.judge.reply.JudgeReplyReader;
import dev.assay.judge.reply.Scale;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply to read, with the question that it answers.
 *
 * @param line where it stands, from 1
 * @param fields {@code reply} with {@code scale_min} and {@code scale_max}, or with {@code choices}
 */
record ReplyLine(String file, int line, JsonNode fields) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Throws {@link InputException} naming the line where it is no JSON object. */
    static ReplyLine parse(String file, int line, String text) {
        try {
            JsonNode fields = MAPPER.readTree(text);
            var parsed = new ReplyLine(file, line, fields);
            if (!fields.path("reply").isTextual()) {
                throw parsed.wrong("there is no 'reply' that is a text");
            }
            return parsed;
        } catch (JsonProcessingException e) {
            throw new InputException(
                    new SourceLocation(file, line, 1), "this is no line of JSON: " + e.getOriginalMessage());
        }
    }

    /** What is read: {@code score} or {@code choice}, null where nothing is, and then why. */
    ObjectNode read() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("line", line);
        String reply = fields.get("reply").asText();
        return fields.has("choices") ? choice(answer, reply) : score(answer, reply);
    }

    private ObjectNode score(ObjectNode answer, String reply) {
        var scale = new Scale(whole("scale_min"), whole("scale_max"));
        return switch (new JudgeReplyReader(scale).read(reply)) {
            case JudgeReply.Points read -> answer.put("score", read.points()).putNull("why");
            case JudgeReply.CannotJudge none ->
                answer.putNull("score").put("why", "the judge says that it cannot judge: " + none.reasoning());
            case JudgeReply.Unreadable none -> answer.putNull("score").put("why", none.why());
        };
    }

    private ObjectNode choice(ObjectNode answer, String reply) {
        return switch (new ChoiceReplyReader(choices()).read(reply)) {
            case ChoiceReply.Chosen read -> answer.put("choice", read.choice()).putNull("why");
            case ChoiceReply.Unreadable none -> answer.putNull("choice").put("why", none.why());
        };
    }

    private List<String> choices() {
        List<String> choices = new ArrayList<>();
        fields.get("choices").forEach(choice -> choices.add(choice.asText().strip()));
        if (choices.size() < 2 || choices.stream().distinct().count() < choices.size() || choices.contains("")) {
            throw wrong("'choices' must be a list of two or more different texts");
        }
        return choices;
    }

    private int whole(String name) {
        JsonNode value = fields.path(name);
        boolean fits = value.isIntegralNumber() || value.isDouble() && value.doubleValue() % 1 == 0;
        if (!fits || Math.abs(value.doubleValue()) > 1000) {
            throw wrong("give 'scale_min' and 'scale_max' as whole numbers, or 'choices'");
        }
        if (name.equals("scale_max")
                && value.intValue() <= fields.path("scale_min").intValue()) {
            throw wrong("'scale_max' must be more than 'scale_min'");
        }
        return value.intValue();
    }

    private InputException wrong(String message) {
        return new InputException(new SourceLocation(file, line, 1), message);
    }
}
