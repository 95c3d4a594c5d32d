package dev.assay.exchange.openai;

import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.handlebars.PromptText;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.Tally;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.JsonLineReader;
import dev.assay.exchange.table.Rows;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a chat a line, or the rows of a hosted evaluation, into a dataset. The last answer of a chat is the correct one.
 * Where every chat is a question below the same system text, that text becomes the prompt; else the prompt repeats the
 * messages of its case. Lines are read and written one by one.
 */
public final class ChatLinesImporter implements Importer {
    private static final String EXPECTED = "expected";
    private static final String ANY_CHAT =
            "{{#each messages as |message|}}{{role message.role}}{{message.content}}{{/each}}";

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        var survey = new Survey(source);
        JsonLineReader.each(source, survey::add);
        var report = new Report.Builder();
        survey.tally.tell(report);
        if (survey.rows) {
            report.converted("", survey.count + " rows", "a case each; write {{name}} for {{item.name}}");
            return new ImportResult(
                    List.of(), List.of(dataset(source, survey, ChatLinesImporter::row)), report.build());
        }
        return survey.questions ? questions(source, survey, report) : chats(source, survey, report);
    }

    /** What all lines have in common. */
    private static final class Survey {
        private final Tally tally = new Tally();
        private final ImportSource source;
        private int count;
        private boolean rows;
        private boolean questions = true;
        private @Nullable String system;

        Survey(ImportSource source) {
            this.source = source;
        }

        void add(Value line) {
            rows = count++ == 0 ? line.get("item").isMap() : rows;
            if (rows) {
                if (line.get("sample").get("output_text").isText()) {
                    tally.add(
                            Outcome.NEEDS_HAND,
                            line.get("sample").place(),
                            "an earlier answer",
                            "kept in the column __output");
                }
                return;
            }
            ChatLine chat = ChatLine.read(source.file(), line, tally);
            system = system == null ? chat.system() : system;
            questions &= chat.isQuestion() && chat.system().equals(system);
        }
    }

    private static ImportedDataset dataset(
            ImportSource source, Survey survey, java.util.function.Function<Value, Map<String, Object>> row) {
        DatasetText lines = out -> JsonLineReader.write(source, line -> Rows.jsonLine(out, row.apply(line)));
        return new ImportedDataset(source.name(), "jsonl", lines, survey.count);
    }

    private static Map<String, Object> row(Value line) {
        Map<String, Object> row = new LinkedHashMap<>(line.get("item").plainFields());
        line.get("sample").get("output_text").text().ifPresent(text -> row.put("__output", text));
        return row;
    }

    private static ImportResult questions(ImportSource source, Survey survey, Report.Builder report) {
        List<Turn> turns = new ArrayList<>();
        String system = survey.system == null ? "" : survey.system;
        if (!system.isEmpty()) {
            turns.add(new Turn.Message(Role.SYSTEM, List.of(new Part.Text(system))));
        }
        turns.add(new Turn.Message(Role.USER, List.of(new Part.Value(Ref.input(List.of("question"))))));
        DatasetText table = out -> {
            Rows.line(out, List.of("question", EXPECTED));
            JsonLineReader.write(source, line -> {
                ChatLine chat = ChatLine.read(source.file(), line, new Tally());
                Rows.line(out, List.of(String.valueOf(chat.messages().getLast().get("content")), chat.expected()));
            });
        };
        report.converted(
                "", survey.count + " chats of one question each", "a dataset with the columns question and expected");
        return new ImportResult(
                List.of(new ImportedPrompt(source.name(), PromptText.of(Map.of(), turns))),
                List.of(new ImportedDataset(source.name(), "csv", table, survey.count)),
                report.build());
    }

    private static ImportResult chats(ImportSource source, Survey survey, Report.Builder report) {
        report.converted(
                "",
                survey.count + " chats",
                "a dataset with the columns messages and expected, and a prompt that sends them");
        ImportedDataset dataset = dataset(source, survey, line -> {
            ChatLine chat = ChatLine.read(source.file(), line, new Tally());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("messages", chat.messages());
            row.put(EXPECTED, chat.expected());
            return row;
        });
        return new ImportResult(List.of(new ImportedPrompt(source.name(), ANY_CHAT)), List.of(dataset), report.build());
    }
}
