package dev.assay.cli.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.HiddenInput;
import dev.assay.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay keys set}: keeps a key. */
@Command(name = "set", description = "Keeps a key for NAME: typed without echo, or a line of the standard input.")
final class KeysSetCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The environment variable it stands in for.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private String name;

    @Option(names = "--file", description = "Use the encrypted file even where the system has a keychain.")
    private boolean file;

    KeysSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String key = HiddenInput.key(name);
        String place =
                file ? session.keys().putIntoFile(name, key) : session.keys().put(name, key);
        boolean hidden = !session.environment().getOrDefault(name, "").isBlank();
        if (hidden) {
            session.terminal().note("The environment variable " + name + " is set too, and goes first");
        }
        session.print(
                JsonNodeFactory.instance.objectNode().put("set", name).put("place", place),
                List.of("Kept " + name + " in " + place));
    }
}
