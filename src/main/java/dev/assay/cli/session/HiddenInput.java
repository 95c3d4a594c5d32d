package dev.assay.cli.session;

import dev.assay.llm.StorageException;
import dev.assay.settings.secret.KeyFile;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what must not be seen: typed at a terminal without echo, else a line of the standard input. */
public final class HiddenInput {
    private HiddenInput() {}

    /** The passphrase of the key file: the environment's, else one that is typed; empty where there is neither. */
    static char[] passphrase(Map<String, String> environment) {
        char[] set = KeyFile.passphrase(environment);
        if (set.length > 0 || terminal() == null) {
            return set;
        }
        return Files.exists(KeyFile.path(environment))
                ? typed("Passphrase of your keys (Enter to do without them): ")
                : chosen();
    }

    /** A new passphrase, typed twice as nobody sees it. */
    private static char[] chosen() {
        String first = new String(typed("New passphrase for your keys: "));
        boolean same = first.equals(new String(typed("Once more: ")));
        return same ? first.toCharArray() : new char[0];
    }

    /** A key. */
    public static String key(String name) {
        if (terminal() != null) {
            return new String(typed("Key for " + name + ": ")).strip();
        }
        try {
            // Not closed: the stream belongs to the process.
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new StorageException("Cannot read the key from the standard input", e);
        }
    }

    private static char[] typed(String prompt) {
        Console console = terminal();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        return typed == null ? new char[0] : typed;
    }

    private static @Nullable Console terminal() {
        Console console = System.console();
        return console == null || !console.isTerminal() ? null : console;
    }
}
