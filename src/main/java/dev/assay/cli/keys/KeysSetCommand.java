package dev.assay.cli.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay keys set}: keeps a key. */
@Command(name = "set", description = "Keeps a key for NAME: typed without echo, or a line of the standard input.")
final class KeysSetCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The environment variable it stands in for.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private String name;

    KeysSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        HiddenInput.keys(session).put(name, HiddenInput.key(name));
        session.print(JsonNodeFactory.instance.objectNode().put("set", name), List.of("Kept the key for " + name));
    }
}
