package dev.assay.exchange.openai;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.conversion.ExportRequest;
import dev.assay.exchange.conversion.ExportResult;
import dev.assay.exchange.conversion.Exporter;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.JsonText;
import dev.assay.exchange.report.Report;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ResponseFormat;
import dev.assay.prompt.RenderedPrompt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a prompt as the body of a chat request; inputs stand as {@code {{name}}} in its texts. */
public final class ChatExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        FilledPrompt filled = FilledPrompt.of(request, name -> "{{" + name + "}}", report);
        Map<String, Object> body = new LinkedHashMap<>();
        String model = PromptExport.model(request);
        if (model != null) {
            body.put("model", model.substring(model.indexOf('/') + 1));
        }
        body.put("messages", messages(filled.prompt()));
        body.putAll(PromptExport.parameters(request));
        switch (filled.prompt().format()) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json -> body.put("response_format", Map.of("type", "json_object"));
            case ResponseFormat.JsonSchema schema -> body.put("response_format", schema(schema));
        }
        filled.open()
                .keySet()
                .forEach(name -> report.needsHand(
                        "",
                        "input " + name,
                        "stands as {{" + name + "}} in the text: put its value there before you send it"));
        report.converted("", filled.prompt().messages().size() + " messages", "messages with roles");
        return new ExportResult(JsonText.pretty(body), "json", report.build());
    }

    private static Map<String, Object> schema(ResponseFormat.JsonSchema schema) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", schema.name());
        named.put("schema", JsonDocument.read("output.schema", schema.schema()).raw());
        Map<String, Object> format = new LinkedHashMap<>();
        format.put("type", "json_schema");
        format.put("json_schema", named);
        return format;
    }

    static List<Object> messages(RenderedPrompt prompt) {
        List<Object> messages = new ArrayList<>();
        for (Message message : prompt.messages()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("role", Roles.name(message.role()));
            boolean text = message.parts().stream().allMatch(ContentPart.Text.class::isInstance);
            one.put(
                    "content",
                    text
                            ? message.text()
                            : message.parts().stream().map(ChatExporter::part).toList());
            messages.add(one);
        }
        return messages;
    }

    private static Map<String, Object> part(ContentPart part) {
        Map<String, Object> one = new LinkedHashMap<>();
        switch (part) {
            case ContentPart.Text text -> {
                one.put("type", "text");
                one.put("text", text.text());
            }
            case ContentPart.Media media -> {
                one.put("type", "image_url");
                one.put("image_url", Map.of("url", media.url()));
            }
        }
        return one;
    }
}
