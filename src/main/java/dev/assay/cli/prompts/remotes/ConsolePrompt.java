package dev.assay.cli.prompts.remotes;

import dev.assay.cli.report.Printable;
import dev.assay.cli.session.Terminal;
import dev.assay.registry.remote.credential.CredentialPrompt;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal for what git's credential helper does not know. The questions go where the messages go. */
final class ConsolePrompt implements CredentialPrompt {
    private final PrintWriter questions;
    private final Keyboard keyboard;
    private final Runnable before;

    /** @param before runs before each question, to make room for it */
    ConsolePrompt(PrintWriter questions, Keyboard keyboard, Runnable before) {
        this.questions = questions;
        this.keyboard = keyboard;
        this.before = before;
    }

    /** What the user types. Null where there will be no more. */
    interface Keyboard {
        /** A line that is seen while it is typed. */
        @Nullable
        String line();

        /** A line that is not seen. */
        char @Nullable [] secret();
    }

    /** Where the user sits at a terminal; otherwise nobody is asked. */
    static CredentialPrompt of(Terminal terminal, Runnable before) {
        Console console = terminal.live() ? System.console() : null;
        return console != null && console.isTerminal()
                ? new ConsolePrompt(terminal.err(), keyboard(console), before)
                : NONE;
    }

    private static Keyboard keyboard(Console console) {
        return new Keyboard() {
            @Override
            public @Nullable String line() {
                return console.readLine();
            }

            @Override
            public char @Nullable [] secret() {
                return console.readPassword();
            }
        };
    }

    @Override
    public Optional<Login> login(String url, String user) {
        String name = user;
        if (name.isEmpty()) {
            ask("User at " + url + ": ");
            name = keyboard.line();
        }
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String given = name.strip();
        return secret("Password or token of " + given + " at " + url + ": ")
                .map(password -> new Login(given, new String(password)));
    }

    @Override
    public void refused(String url) {
        before.run();
        questions.println(Printable.of(url) + " does not take that user and password.");
        questions.flush();
    }

    @Override
    public Optional<char[]> secret(String question) {
        ask(question.endsWith(": ") ? question : question + ": ");
        return Optional.ofNullable(keyboard.secret()).filter(secret -> secret.length > 0);
    }

    @Override
    public boolean confirm(String question) {
        ask(question + " [y/N] ");
        String answer = keyboard.line();
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }

    /** Part of a question may be a host's own words. */
    private void ask(String question) {
        before.run();
        questions.print(question.lines().map(Printable::of).collect(Collectors.joining(System.lineSeparator())));
        questions.flush();
    }
}
