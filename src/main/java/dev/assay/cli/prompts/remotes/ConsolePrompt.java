package dev.assay.cli.prompts.remotes;

import dev.assay.cli.session.Terminal;
import dev.assay.registry.remote.credential.CredentialPrompt;
import java.io.Console;
import java.util.Optional;

/** Asks at the terminal for what git's credential helper does not know. */
final class ConsolePrompt implements CredentialPrompt {
    private final Console console;

    private ConsolePrompt(Console console) {
        this.console = console;
    }

    /** Where the user sits at a terminal; otherwise nobody is asked. */
    static CredentialPrompt of(Terminal terminal) {
        Console console = terminal.live() ? System.console() : null;
        return console != null && console.isTerminal() ? new ConsolePrompt(console) : NONE;
    }

    @Override
    public Optional<Login> login(String url, String user) {
        String name = user.isEmpty() ? console.readLine("User at %s: ", url) : user;
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        return secret("Password or token of " + name + " at " + url + ": ")
                .map(password -> new Login(name, new String(password)));
    }

    @Override
    public Optional<char[]> secret(String question) {
        return Optional.ofNullable(console.readPassword("%s", question));
    }

    @Override
    public boolean confirm(String question) {
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
