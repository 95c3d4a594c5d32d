package dev.assay.cli.keys;

import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.secret.KeyFile;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads what must not be seen: typed at a terminal without echo, else a line of the standard input. */
final class HiddenInput {
    private HiddenInput() {}

    /** The user's keys, opened with the passphrase of the environment or else one that is typed. */
    static KeyFile keys(Session session) {
        if (!session.environment().getOrDefault(KeyFile.PASSPHRASE, "").isEmpty()) {
            return KeyFile.of(session.environment());
        }
        Console console = System.console();
        char[] typed = console == null || !console.isTerminal()
                ? null
                : console.readPassword("Passphrase of the keys: ");
        if (typed == null || typed.length == 0) {
            throw new InputException("The keys are behind a passphrase: set " + KeyFile.PASSPHRASE
                    + ", or type it at a terminal");
        }
        return new KeyFile(KeyFile.path(session.environment()), typed);
    }

    /** A key for {@code name}. */
    static String key(String name) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("Key for %s: ", name);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            // Not closed: the stream belongs to the process.
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new StorageException("Cannot read the key from the standard input", e);
        }
    }
}
