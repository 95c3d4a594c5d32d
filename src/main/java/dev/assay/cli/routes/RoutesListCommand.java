package dev.assay.cli.routes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.settings.routing.Route;
import dev.assay.settings.routing.RoutesFile;
import dev.assay.settings.routing.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code assay routes list}: what routes there are, each checked. */
@Command(
        name = "list",
        description = "The routes, with the models that they ask and why; checks that these can be asked.")
public final class RoutesListCommand implements Runnable {
    private final Session session;

    public RoutesListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            List<Route> routes = RoutesFile.read(workbench.root().resolve(RoutesFile.FILE));
            LlmProvider gateway = workbench.gateway();
            routes.forEach(route -> gateway.requireModel(new ModelId(ModelId.ROUTE, route.name())));
            session.print(json(routes), text(routes));
        }
    }

    private static ObjectNode json(List<Route> routes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("routes");
        for (Route route : routes) {
            ObjectNode node = list.addObject().put("name", route.name());
            switch (route) {
                case Route.Cascade cascade -> {
                    ArrayNode steps = node.put("kind", "cascade").putArray("models");
                    for (Route.Step step : cascade.steps()) {
                        ArrayNode reasons = steps.addObject()
                                .put("model", step.model().toString())
                                .putArray("escalateWhere");
                        step.escalate().forEach(trigger -> reasons.add(trigger.toString()));
                    }
                }
                case Route.Choice choice -> {
                    ArrayNode options = node.put("kind", "choice").putArray("models");
                    for (Route.Option option : choice.options()) {
                        options.addObject()
                                .put("model", option.model().toString())
                                .put("where", option.when().toString());
                    }
                }
            }
        }
        return document;
    }

    private static List<String> text(List<Route> routes) {
        var lines = new ArrayList<String>();
        if (routes.isEmpty()) {
            lines.add("There are no routes: routes.yaml in the workspace names them.");
        }
        for (Route route : routes) {
            lines.add("route:" + route.name());
            switch (route) {
                case Route.Cascade cascade ->
                    cascade.steps().forEach(step -> lines.add("  " + step.model() + escalation(step.escalate())));
                case Route.Choice choice ->
                    choice.options().forEach(option -> lines.add("  " + option.model() + "  " + option.when()));
            }
        }
        return lines;
    }

    private static String escalation(List<Trigger> triggers) {
        return triggers.isEmpty()
                ? ""
                : "  goes on where " + triggers.stream().map(Trigger::toString).collect(Collectors.joining(", or "));
    }
}
