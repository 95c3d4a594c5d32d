package dev.assay.exchange.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.exporting.Destination;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.openai.FilledPrompt;
import dev.assay.exchange.report.Report;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.provider.WireDialects;
import dev.assay.provider.profile.FittedRequest;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a program has to send: exactly what Assay itself would.
 *
 * @param url the whole address
 * @param body with {@link #OPEN} and {@link #CLOSE} around the name of each input
 * @param headers besides the key, by name
 * @param keyHeader the header that holds the key; empty where none is needed
 * @param keyPrefix what stands before the key in it
 * @param keyVariable the environment variable that holds the key
 * @param inputs the inputs with their values in the first case
 */
record WireCode(
        String url,
        JsonNode body,
        Map<String, String> headers,
        String keyHeader,
        String keyPrefix,
        String keyVariable,
        Map<String, String> inputs) {
    /** Characters for private use, which no prompt holds. */
    static final String OPEN = "\uE0F0";

    static final String CLOSE = "\uE0F1";
    private static final String NO_MODEL = "openai/gpt-4.1-mini";

    static WireCode of(ExportRequest request, Report.Builder report) {
        FilledPrompt filled = FilledPrompt.of(request, name -> OPEN + name + CLOSE, report);
        Destination destination = request.destination();
        String named = PromptExport.model(request);
        ModelId model = ModelId.parse(named == null || !named.contains("/") ? NO_MODEL : named);
        if (named == null) {
            report.needsHand("", "model", "the prompt names none, so the code names " + model.model() + ": change it");
        } else if (model.provider().equals("offline")) {
            report.needsHand(
                    "",
                    "model " + named,
                    "has no address: the code is written for OpenAI's protocol, name a model of yours");
        } else if (destination.assumed()) {
            report.needsHand(
                    "",
                    "provider " + model.provider(),
                    "is not in providers.yaml: the code is written for OpenAI's address and protocol, change them");
        }
        WireDialect dialect = WireDialects.of(destination.dialect(), destination.baseUrl(), destination.quirks());
        var chat = new ChatRequest(
                        model,
                        filled.prompt().messages(),
                        ModelParameters.DEFAULTS.overriddenBy(filled.prompt().parameters()),
                        filled.prompt().format(),
                        false)
                .withTools(filled.prompt().tools(), filled.prompt().toolChoice());
        ModelProfile profile = ModelProfiles.bundled().of(model, dialect.vendor());
        FittedRequest fitted = profile.fit(chat);
        WireRequest wire = dialect.write(fitted.request(), profile);
        Stream.concat(fitted.adjustments().stream(), wire.adjustments().stream())
                .forEach(one -> report.needsHand("", one.toString(), "as Assay itself sends it"));
        String base = destination.baseUrl().toString().replaceAll("/+$", "");
        String path = dialect.chatPath(
                destination.baseUrl().getPath() == null
                        ? ""
                        : destination.baseUrl().getPath(),
                chat);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.putAll(dialect.headers());
        String keyVariable = keyVariable(destination, report);
        Map.Entry<String, String> key = keyHeader(dialect);
        report.converted("", "prompt", "a program that sends what Assay sends");
        return new WireCode(
                base + "/" + path,
                wire.body(),
                headers,
                keyVariable.isEmpty() ? "" : key.getKey(),
                key.getValue(),
                keyVariable,
                filled.open());
    }

    /** A call signed with keys of AWS needs more than a few lines: the code uses a key of Bedrock instead. */
    private static String keyVariable(Destination destination, Report.Builder report) {
        if (destination.dialect() != Dialect.BEDROCK
                || !destination.keyVariable().isEmpty()) {
            return destination.keyVariable();
        }
        report.needsHand(
                "",
                "signature",
                "Assay signs each call with your keys of AWS, which this code cannot: it takes an API key of Bedrock"
                        + " from AWS_BEARER_TOKEN_BEDROCK");
        return "AWS_BEARER_TOKEN_BEDROCK";
    }

    /** The header that holds the key, and what stands before the key in it. */
    private static Map.Entry<String, String> keyHeader(WireDialect dialect) {
        return dialect.headers(new ApiKey.Present(OPEN, "")).entrySet().stream()
                .filter(header -> header.getValue().endsWith(OPEN))
                .map(header -> Map.entry(header.getKey(), header.getValue().replace(OPEN, "")))
                .findFirst()
                .orElseThrow();
    }

    /** The body with the inputs' own values, or their names in angles where they have none. */
    String filledBody() {
        String json = body.toPrettyString();
        for (var input : inputs.entrySet()) {
            String value = input.getValue().isEmpty() ? "<" + input.getKey() + ">" : input.getValue();
            String quoted = dev.assay.prompt.render.JsonText.of(value);
            json = json.replace(OPEN + input.getKey() + CLOSE, quoted.substring(1, quoted.length() - 1));
        }
        return json;
    }

    /** A name that a program may use for an input. */
    String variable(String input) {
        return VariableNames.of(inputs.keySet()).of(input);
    }
}
