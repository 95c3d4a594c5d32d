package dev.assay.exchange.openai;

import dev.assay.exchange.conversion.ExportRequest;
import dev.assay.exchange.conversion.ExportResult;
import dev.assay.exchange.conversion.Exporter;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.table.Rows;
import dev.assay.experiment.TestCase;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes every case of a dataset as the chat that is sent, one a line, the correct answer as its last message. */
public final class ChatLinesExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        if (request.dataset() == null) {
            throw new InputException("Chats are written for the cases of a dataset: name one");
        }
        var report = new Report.Builder();
        var renderer = new PromptRenderer(request.partials());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (TestCase one : request.dataset().cases()) {
            List<Object> messages =
                    new ArrayList<>(ChatExporter.messages(renderer.render(request.prompt(), one.inputs(), List.of())));
            if (one.expected() != null) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("role", "assistant");
                answer.put("content", one.expected());
                messages.add(answer);
            }
            lines.add(Map.of("messages", messages));
        }
        report.converted("", request.dataset().cases().size() + " cases", "a chat each");
        long open = request.dataset().cases().stream()
                .filter(one -> one.expected() == null)
                .count();
        if (open > 0) {
            report.needsHand("", open + " cases without a correct answer", "their chats end with the question");
        }
        return new ExportResult(Rows.jsonLines(lines), "jsonl", report.build());
    }
}
