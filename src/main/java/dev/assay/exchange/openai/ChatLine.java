package dev.assay.exchange.openai;

import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Tally;
import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A chat that stands on one line.
 *
 * @param messages all but the last answer, each a role and a text
 * @param expected the last answer, or empty
 */
record ChatLine(List<Map<String, Object>> messages, String expected) {

    /** Reads one; what is left out of it is counted. */
    static ChatLine read(String file, Value line, Tally tally) {
        if (line.get("body").get("messages").isList()) {
            others(line, Set.of("body"), tally);
            return read(file, line.get("body"), tally);
        }
        if (line.get("input").get("messages").isList()) {
            return preference(line, tally);
        }
        Value messages = messages(line);
        if (messages.items().isEmpty()) {
            throw new InputException(
                    new SourceLocation(file, number(line), 1),
                    "This line has no messages: each line needs {\"messages\": [...]}");
        }
        List<Map<String, Object>> plain = new ArrayList<>();
        messages.items().forEach(message -> plain.add(message(message, tally)));
        others(line, Set.of("messages", "input", "conversations", "ideal"), tally);
        Value ideal = line.get("ideal");
        if (ideal.exists()) {
            return new ChatLine(plain, ideal(ideal, tally));
        }
        boolean answered =
                plain.size() > 1 && "assistant".equals(plain.getLast().get("role"));
        return answered
                ? new ChatLine(
                        plain.subList(0, plain.size() - 1),
                        String.valueOf(plain.getLast().get("content")))
                : new ChatLine(plain, "");
    }

    private static Value messages(Value line) {
        for (String key : List.of("messages", "conversations")) {
            if (line.get(key).isList()) {
                return line.get(key);
            }
        }
        return line.get("input");
    }

    /** A question with an answer that was preferred to another one. */
    private static ChatLine preference(Value line, Tally tally) {
        others(line, Set.of("input", "preferred_output"), tally);
        others(line.get("input"), Set.of("messages"), tally);
        List<Map<String, Object>> plain = new ArrayList<>();
        line.get("input").get("messages").items().forEach(message -> plain.add(message(message, tally)));
        List<Value> preferred = line.get("preferred_output").items();
        return new ChatLine(
                plain,
                preferred.isEmpty()
                        ? ""
                        : String.valueOf(message(preferred.getLast(), tally).get("content")));
    }

    private static void others(Value line, Set<String> known, Tally tally) {
        line.fields().forEach((key, value) -> {
            if (!known.contains(key) && value.exists()) {
                tally.add(
                        Outcome.LEFT_OUT,
                        value.place(),
                        key,
                        "left out: a case holds the messages and the correct answer");
            }
        });
    }

    private static int number(Value line) {
        String digits = line.place().replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }

    private static String ideal(Value ideal, Tally tally) {
        if (ideal.items().size() > 1) {
            tally.add(
                    Outcome.NEEDS_HAND,
                    ideal.place(),
                    "several correct answers",
                    "the first one was kept: a case has one");
        }
        Value first = ideal.items().isEmpty() ? ideal : ideal.items().getFirst();
        return first.textOr(first.isList() ? "" : String.valueOf(first.raw()));
    }

    private static Map<String, Object> message(Value message, Tally tally) {
        String name = message.get("role").textOr(message.get("from").textOr("user"));
        if (Roles.find(name).isEmpty()) {
            tally.add(Outcome.NEEDS_HAND, message.place(), "role '" + name + "'", "became user");
        }
        message.fields().forEach((key, value) -> {
            if (!Set.of("role", "content", "from", "value").contains(key) && value.exists()) {
                tally.add(
                        Outcome.LEFT_OUT,
                        value.place(),
                        key + " of a message",
                        key.equals("tool_calls") || key.equals("function_call")
                                ? "left out: a case cannot hold the tools that a model called"
                                : "left out: only role and content are kept");
            }
        });
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("role", Roles.name(Roles.find(name).orElse(Role.USER)));
        one.put("content", content(message.get(message.get("value").exists() ? "value" : "content"), tally));
        return one;
    }

    private static String content(Value content, Tally tally) {
        if (!content.isList()) {
            return content.textOr("");
        }
        for (Value part : content.items()) {
            if (!part.get("text").isText()) {
                tally.add(
                        Outcome.NEEDS_HAND,
                        part.place(),
                        "a part of type '" + part.get("type").textOr("?") + "'",
                        "left out of the case: only text is kept");
            }
        }
        return content.items().stream().map(part -> part.get("text").textOr("")).collect(Collectors.joining());
    }

    /** Whether it is one question, below a system text or none. */
    boolean isQuestion() {
        int system = system().isEmpty() ? 0 : 1;
        return messages.size() == system + 1 && "user".equals(messages.getLast().get("role"));
    }

    /** The system text it begins with, or empty. */
    String system() {
        Map<String, Object> first = messages.isEmpty() ? Map.of() : messages.getFirst();
        return "system".equals(first.get("role")) ? String.valueOf(first.get("content")) : "";
    }
}
