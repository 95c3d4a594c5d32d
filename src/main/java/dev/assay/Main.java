package dev.assay;

import dev.assay.cli.Cli;
import dev.assay.cli.session.Session;
import dev.assay.cli.session.Terminal;
import dev.assay.llm.StorageException;
import dev.assay.ui.shell.AssayApplication;
import java.nio.file.Path;

/** Picks the face: a command goes to the command line, none opens the window. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var terminal = Terminal.ofProcess(System.getProperty("assay.terminal", ""), System.getenv());
        var session = new Session(terminal, System.getenv(), Path.of("").toAbsolutePath(), Main::openWindow);
        System.exit(new Cli(session).run(args));
    }

    private static void openWindow(Path workspace) {
        try {
            AssayApplication.open(workspace);
        } catch (RuntimeException | LinkageError e) {
            throw new StorageException("The window cannot be opened: " + e.getMessage(), e);
        }
    }
}
