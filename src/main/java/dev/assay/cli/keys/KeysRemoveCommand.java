package dev.assay.cli.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay keys remove}: forgets a key. */
@Command(name = "remove", description = "Forgets the key for NAME.")
final class KeysRemoveCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The environment variable it stands in for.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private String name;

    KeysRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        List<String> places = session.keys().remove(name);
        if (places.isEmpty()) {
            throw new InputException("There is no key for " + name + " (see: assay keys list)");
        }
        session.print(
                JsonNodeFactory.instance.objectNode().put("removed", name),
                List.of("Removed " + name + " from " + String.join(", ", places)));
    }
}
