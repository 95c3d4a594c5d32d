package dev.assay.exchange.openai;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.chat.SettingsExport;
import dev.assay.exchange.document.JsonText;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.prompt.RenderedPrompt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Map<String, Object> parameters = new LinkedHashMap<>(PromptExport.parameters(request));
        if (parameters.remove("num_ctx") != null) {
            report.leftOut("", "contextTokens", "left out: this API has nothing like it");
        }
        body.putAll(parameters);
        SettingsExport.responseFormat(request).ifPresent(format -> body.put("response_format", format));
        List<Object> tools = SettingsExport.tools(request);
        if (!tools.isEmpty()) {
            body.put("tools", tools);
        }
        SettingsExport.leftOut(request, Set.of("output", "toolDefs"), "a request", report);
        if (!request.prompt().frontMatter().inputDefault().isEmpty()) {
            report.leftOut("", "input.default", "left out: a request has no inputs");
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
            case ContentPart.Text text -> text(one, text.text());
            case ContentPart.Media media -> {
                one.put("type", "image_url");
                one.put("image_url", Map.of("url", media.url()));
            }
            case ContentPart.ToolCall call -> text(one, call.name() + " " + call.arguments());
            case ContentPart.ToolResult result -> text(one, result.content());
            case ContentPart.Reasoning reasoning -> text(one, reasoning.text());
        }
        return one;
    }

    private static void text(Map<String, Object> one, String text) {
        one.put("type", "text");
        one.put("text", text);
    }
}
