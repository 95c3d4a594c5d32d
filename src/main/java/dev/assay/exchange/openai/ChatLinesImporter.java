package dev.assay.exchange.openai;

import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.handlebars.PromptText;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.JsonLinesImporter;
import dev.assay.exchange.table.Rows;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.exchange.template.Turn;
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
 * Turns a chat a line, or the rows of a hosted evaluation, into a dataset. The last answer of a chat is the correct one.
 * Where every chat is a question below the same system text, that text becomes the prompt; else the prompt repeats the
 * messages of its case.
 */
public final class ChatLinesImporter implements Importer {
    private static final String EXPECTED = "expected";
    private static final String ANY_CHAT =
            "{{#each messages as |message|}}{{role message.role}}{{message.content}}{{/each}}";

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        List<Value> lines = JsonLinesImporter.lines(source);
        var report = new Report.Builder();
        if (lines.getFirst().get("item").isMap()) {
            return rows(source, lines, report);
        }
        List<Chat> chats = new ArrayList<>();
        for (Value line : lines) {
            Value messages = line.get(line.get("messages").exists() ? "messages" : "input");
            if (messages.items().isEmpty()) {
                throw new InputException(
                        new SourceLocation(source.file(), 1, 1),
                        line.place().strip() + " has no messages: each line needs {\"messages\": [...]}");
            }
            chats.add(chat(line, messages, report));
        }
        boolean questions = chats.stream().allMatch(Chat::isQuestion)
                && chats.stream().map(Chat::system).distinct().count() == 1;
        return questions ? questions(source, chats, report) : chats(source, chats, report);
    }

    /**
     * A chat.
     *
     * @param messages all but the last answer
     * @param expected the last answer, or empty
     */
    private record Chat(List<Map<String, Object>> messages, String expected) {

        boolean isQuestion() {
            int system = system().isEmpty() ? 0 : 1;
            return messages.size() == system + 1
                    && "user".equals(messages.getLast().get("role"));
        }

        String system() {
            Map<String, Object> first = messages.isEmpty() ? Map.of() : messages.getFirst();
            return "system".equals(first.get("role")) ? String.valueOf(first.get("content")) : "";
        }
    }

    private static Chat chat(Value line, Value messages, Report.Builder report) {
        List<Map<String, Object>> plain = new ArrayList<>();
        for (Value message : messages.items()) {
            String name = message.get("role").textOr("user");
            Role role = Roles.find(name).orElse(Role.USER);
            if (Roles.find(name).isEmpty()) {
                report.needsHand(message.place(), "role '" + name + "'", "became user");
            }
            if (message.fields().keySet().stream()
                    .anyMatch(key -> !Set.of("role", "content").contains(key))) {
                report.leftOut(
                        message.place(),
                        String.join(", ", message.fields().keySet()),
                        "only role and content are kept");
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("role", Roles.name(role));
            one.put("content", content(message.get("content"), report));
            plain.add(one);
        }
        line.fields().forEach((key, value) -> {
            if (!Set.of("messages", "input", "ideal").contains(key) && value.exists()) {
                report.leftOut(value.place(), key, "left out: a case holds the messages and the correct answer");
            }
        });
        Value ideal = line.get("ideal");
        if (ideal.exists()) {
            return new Chat(plain, ideal.isList() ? ideal.items().getFirst().textOr("") : ideal.textOr(""));
        }
        boolean answered =
                plain.size() > 1 && "assistant".equals(plain.getLast().get("role"));
        return answered
                ? new Chat(
                        plain.subList(0, plain.size() - 1),
                        String.valueOf(plain.getLast().get("content")))
                : new Chat(plain, "");
    }

    private static String content(Value content, Report.Builder report) {
        if (content.isList()) {
            if (content.items().stream().anyMatch(part -> !part.get("text").isText())) {
                report.needsHand(content.place(), "a part that is no text", "left out of the case");
            }
            return content.items().stream()
                    .map(part -> part.get("text").textOr(""))
                    .collect(Collectors.joining());
        }
        return content.textOr("");
    }

    private static ImportResult questions(ImportSource source, List<Chat> chats, Report.Builder report) {
        List<Turn> turns = new ArrayList<>();
        String system = chats.getFirst().system();
        if (!system.isEmpty()) {
            turns.add(new Turn.Message(Role.SYSTEM, List.of(new Part.Text(system))));
        }
        turns.add(new Turn.Message(Role.USER, List.of(new Part.Value(Ref.input(List.of("question"))))));
        List<Map<String, Object>> rows = chats.stream()
                .map(chat ->
                        row("question", String.valueOf(chat.messages().getLast().get("content")), chat))
                .toList();
        report.converted(
                "", chats.size() + " chats of one question each", "a dataset with the columns question and expected");
        var prompt = new ImportedPrompt(source.name(), PromptText.of(Map.of(), turns));
        return new ImportResult(List.of(prompt), List.of(Rows.dataset(source.name(), rows)), report.build());
    }

    private static ImportResult chats(ImportSource source, List<Chat> chats, Report.Builder report) {
        List<Map<String, Object>> rows = chats.stream()
                .map(chat -> row("messages", chat.messages(), chat))
                .toList();
        report.converted(
                "",
                chats.size() + " chats",
                "a dataset with the columns messages and expected, and a prompt that sends them");
        return new ImportResult(
                List.of(new ImportedPrompt(source.name(), ANY_CHAT)),
                List.of(Rows.dataset(source.name(), rows)),
                report.build());
    }

    private static Map<String, Object> row(String column, Object value, Chat chat) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(column, value);
        row.put(EXPECTED, chat.expected());
        return row;
    }

    private static ImportResult rows(ImportSource source, List<Value> lines, Report.Builder report) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Value line : lines) {
            Map<String, Object> row = new LinkedHashMap<>(line.get("item").plainFields());
            if (line.get("sample").get("output_text").isText()) {
                row.put("__output", line.get("sample").get("output_text").textOr(""));
                report.needsHand(line.get("sample").place(), "an earlier answer", "kept in the column __output");
            }
            rows.add(row);
        }
        report.converted("", rows.size() + " rows", "a case each; write {{name}} for {{item.name}}");
        return new ImportResult(List.of(), List.of(Rows.dataset(source.name(), rows)), report.build());
    }
}
