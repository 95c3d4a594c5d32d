package dev.assay.exchange.openai;

import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.table.Rows;
import dev.assay.experiment.CaseFaults;
import dev.assay.experiment.Dataset;
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
        List<TestCase> cases = request.dataset().cases();
        report.converted("", cases.size() + " cases", "a chat each");
        long open = cases.stream().filter(one -> one.expected() == null).count();
        if (open > 0) {
            report.needsHand("", open + " cases without a correct answer", "their chats end with the question");
        }
        // What cannot be rendered is told now, not when half of the file is written.
        requireAll(request, request.dataset());
        DatasetText lines = out -> {
            for (TestCase one : cases) {
                Rows.jsonLine(out, line(request, one));
            }
        };
        return new ExportResult(lines, "jsonl", report.build());
    }

    private static void requireAll(ExportRequest request, Dataset dataset) {
        var faults = new CaseFaults(dataset, request.prompt().file());
        for (TestCase one : dataset.cases()) {
            try {
                line(request, one);
            } catch (InputException e) {
                faults.add(e, one);
            }
        }
        faults.throwIfAny();
    }

    private static Map<String, Object> line(ExportRequest request, TestCase one) {
        var renderer = new PromptRenderer(request.partials());
        List<Object> messages =
                new ArrayList<>(ChatExporter.messages(renderer.render(request.prompt(), one.inputs(), List.of())));
        if (one.expected() != null) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("role", "assistant");
            answer.put("content", one.expected());
            messages.add(answer);
        }
        return Map.of("messages", messages);
    }
}
