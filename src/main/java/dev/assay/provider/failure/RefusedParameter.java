package dev.assay.provider.failure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.LlmException;
import dev.assay.provider.wire.WireJson;
import java.util.Optional;

/** Finds out which parameter of a request a provider refused. */
public final class RefusedParameter {
    private RefusedParameter() {}

    /** The wire name of the parameter, where the refusal is about the parameter and not about its value alone. */
    public static Optional<String> in(LlmException.Rejected refusal) {
        JsonNode error = WireJson.read(refusal.detail().raw().response())
                .map(document -> document.path("error"))
                .orElse(WireJson.object());
        String parameter = WireJson.textOrEmpty(error, "param");
        String code = WireJson.textOrEmpty(error, "code");
        boolean unsupported = code.startsWith("unsupported_") || code.equals("unknown_parameter");
        return unsupported && !parameter.isEmpty() ? Optional.of(parameter) : Optional.empty();
    }
}
