package dev.assay.cli.runs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.history.RunBatch;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay runs cancel}: has providers leave off with the batches of a run. */
@Command(
        name = "cancel",
        description =
                "Cancels the batches of a run that a provider still works on. What is answered by then is paid for;"
                        + " assay resume RUN collects it.")
final class RunsCancelCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    RunsCancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String id = workbench.run(run).id();
            List<RunBatch> cancelled = workbench.cancelBatches(id);
            session.print(json(id, cancelled), lines(id, cancelled));
        }
    }

    private static List<String> lines(String id, List<RunBatch> cancelled) {
        if (cancelled.isEmpty()) {
            return List.of("Run " + id + " has no batch that a provider still works on");
        }
        List<String> lines = new ArrayList<>();
        cancelled.forEach(batch -> lines.add("Cancelling " + batch.id() + " of " + batch.model() + ", "
                + batch.cells().size() + " requests"));
        lines.add("What is answered by then comes with: assay resume " + id);
        return lines;
    }

    private static ObjectNode json(String id, List<RunBatch> cancelled) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("run", id);
        var array = node.putArray("cancelled");
        cancelled.forEach(batch -> array.addObject()
                .put("batch", batch.id())
                .put("model", batch.model().toString())
                .put("requests", batch.cells().size()));
        return node;
    }
}
