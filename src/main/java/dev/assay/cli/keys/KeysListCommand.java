package dev.assay.cli.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import java.util.List;
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
        List<String> names = List.copyOf(HiddenInput.keys(session).secrets().keySet());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        names.forEach(document.putArray("keys")::add);
        session.print(document, names.isEmpty() ? List.of("No keys are kept (see: assay keys set)") : names);
    }
}
