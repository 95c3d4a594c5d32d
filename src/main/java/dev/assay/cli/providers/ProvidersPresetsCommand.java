package dev.assay.cli.providers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.settings.Preset;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay providers presets}: the providers whose settings are known. */
@Command(name = "presets", description = "The providers whose address, key variable and models are known.")
final class ProvidersPresetsCommand implements Runnable {
    private final Session session;

    ProvidersPresetsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        session.print(json(), text());
    }

    private static ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("presets");
        for (Preset preset : Preset.all()) {
            ObjectNode one = array.addObject()
                    .put("name", preset.name())
                    .put("title", preset.title())
                    .put("dialect", preset.dialect().yamlName())
                    .put("baseUrl", preset.baseUrl().map(URI::toString).orElse(null))
                    .put("key", preset.key().orElse(null))
                    .put("local", preset.local());
            ArrayNode models = one.putArray("models");
            preset.models().forEach(models::add);
        }
        return document;
    }

    private static List<String> text() {
        var table = new TextTable()
                .column("preset", Side.LEFT)
                .column("provider", Side.LEFT)
                .column("address", Side.LEFT)
                .column("key", Side.LEFT);
        Preset.all()
                .forEach(preset -> table.row(List.of(
                        preset.name(),
                        preset.title(),
                        preset.baseUrl().map(URI::toString).orElse("yours: " + preset.example()),
                        preset.key().orElse("none"))));
        return table.lines();
    }
}
