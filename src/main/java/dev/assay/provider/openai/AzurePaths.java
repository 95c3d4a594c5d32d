package dev.assay.provider.openai;

import dev.assay.provider.wire.WireDialect;
import java.net.URI;
import java.util.Map;

/**
 * Addresses of Azure OpenAI. A base address ends with {@code /openai/v1}, or names a deployment, or is that of the
 * resource alone; then the model is the name of its deployment.
 */
final class AzurePaths {
    private static final String VERSION = "api-version";

    /** The last version of the interface by deployments that is declared stable. */
    private static final String LAST_STABLE = "2024-10-21";

    private AzurePaths() {}

    static String chat(String basePath, String model) {
        return ofDeployment(basePath, model, "chat/completions");
    }

    static String embeddings(String basePath, String model) {
        return ofDeployment(basePath, model, "embeddings");
    }

    private static String ofDeployment(String basePath, String model, String what) {
        return namesAll(basePath) ? what : prefix(basePath) + "deployments/" + WireDialect.segment(model) + "/" + what;
    }

    static String models(String basePath) {
        return (namesAll(basePath) ? "" : prefix(basePath)) + "models";
    }

    /** The version, unless the base address names it or needs none. */
    static Map<String, String> query(URI baseUrl) {
        String query = baseUrl.getQuery() == null ? "" : baseUrl.getQuery();
        boolean given = ("&" + query).contains("&" + VERSION + "=");
        return given || baseUrl.getPath().matches(".*/v1/?") ? Map.of() : Map.of(VERSION, LAST_STABLE);
    }

    private static boolean namesAll(String basePath) {
        return basePath.matches(".*/v1/?") || basePath.contains("/deployments/");
    }

    private static String prefix(String basePath) {
        return basePath.matches(".*/openai/?") ? "" : "openai/";
    }
}
