package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.judge.catalog.MetricTypes;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Setting;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay judge types}: what can be measured of an answer. */
@Command(name = "types", description = "Lists what can be measured of an answer, with the settings.")
final class JudgeTypesCommand implements Runnable {
    private final Session session;

    JudgeTypesCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        var lines = new ArrayList<String>();
        for (MetricType type : MetricTypes.all()) {
            document.add(json(type));
            if (!type.name().startsWith("not-")) {
                lines.addAll(text(type));
            }
        }
        lines.add("Every assertion about text has an opposite with not- before it, such as not-contains.");
        session.print(document, lines);
    }

    private static List<String> text(MetricType type) {
        var lines = new ArrayList<String>();
        lines.add(type.name() + "  (" + Figures.lowerCase(type.kind()) + ") " + type.description());
        for (Setting setting : type.settings()) {
            lines.add("    " + setting.name() + ": " + setting.form() + ". " + setting.meaning());
        }
        return lines;
    }

    private static ObjectNode json(MetricType type) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("type", type.name())
                .put("kind", Figures.lowerCase(type.kind()))
                .put("needsModel", type.needsModel())
                .put("passFail", type.passFail())
                .put("description", type.description());
        ArrayNode settings = node.putArray("settings");
        for (Setting setting : type.settings()) {
            settings.addObject()
                    .put("name", setting.name())
                    .put("form", setting.form())
                    .put("meaning", setting.meaning());
        }
        return node;
    }
}
