package dev.assay.cli.providers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.Session;
import dev.assay.provider.LocalServers;
import dev.assay.provider.ProviderHealth;
import dev.assay.provider.http.Reachability;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay providers detect}: model servers on this machine. */
@Command(
        name = "detect",
        description = "Looks for Ollama, LM Studio, llama.cpp and vLLM on their usual ports of this machine.")
final class ProvidersDetectCommand implements Runnable {
    private final Session session;

    ProvidersDetectCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        List<ProviderHealth> found = LocalServers.detect();
        session.print(
                json(found),
                found.isEmpty()
                        ? List.of("No model server answers on the usual ports of this machine")
                        : found.stream().map(ProvidersDetectCommand::line).toList());
    }

    private static ObjectNode json(List<ProviderHealth> found) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("servers");
        for (ProviderHealth health : found) {
            ArrayNode models = array.addObject()
                    .put("preset", health.name())
                    .put("baseUrl", health.baseUrl().toString())
                    .putArray("models");
            models(health).forEach(models::add);
        }
        return document;
    }

    private static String line(ProviderHealth health) {
        List<String> models = models(health);
        String named = models.isEmpty() ? "not told" : String.join(", ", models);
        return Printable.message(health.name() + " at " + health.baseUrl() + "; models: " + named
                + " (add it: assay providers add " + health.name() + ")");
    }

    private static List<String> models(ProviderHealth health) {
        return health.reachability() instanceof Reachability.Reached reached ? reached.models() : List.of();
    }
}
