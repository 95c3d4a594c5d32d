package dev.assay.cli.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code assay keys list}: which keys are kept. */
@Command(name = "list", description = "The names of the keys that are kept, never the keys.")
final class KeysListCommand implements Runnable {
    private final Session session;

    KeysListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Map<String, List<String>> names = session.keys().names();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("keys");
        var lines = new ArrayList<String>();
        names.forEach((place, kept) -> kept.forEach(name -> {
            array.addObject().put("name", name).put("place", place);
            lines.add(name + "  in " + place);
        }));
        session.print(document, lines.isEmpty() ? List.of("No keys are kept (see: assay keys set)") : lines);
    }
}
