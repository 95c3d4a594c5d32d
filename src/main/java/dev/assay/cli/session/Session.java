package dev.assay.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.InputException;
import dev.assay.settings.secret.Keys;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import dev.assay.workbench.judges.JudgeFiles;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One start of the command line: what surrounds it and what the user asked of every command alike. */
public final class Session {
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path currentFolder;
    private final WindowOpener window;
    private final Keys keys;
    private final GlobalOptions options = new GlobalOptions();

    /**
     * A session that has not read its arguments yet.
     *
     * @param currentFolder where relative paths begin, absolute
     */
    public Session(Terminal terminal, Map<String, String> environment, Path currentFolder, WindowOpener window) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
        this.currentFolder = currentFolder;
        this.window = window;
        this.keys = Keys.of(this.environment, () -> HiddenInput.passphrase(this.environment));
    }

    public Terminal terminal() {
        return terminal;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public WindowOpener window() {
        return window;
    }

    /** The options of every command; filled in by the parser. */
    public GlobalOptions options() {
        return options;
    }

    /** The workspace folder; created with the samples where it is the user's default one and does not exist. */
    public Path workspace() {
        String named = options.workspace();
        return locate(named == null ? null : path(named), currentFolder);
    }

    /** The workspace with the samples: the one that the user named, else the default one wherever the user stands. */
    public Path sampleWorkspace() {
        return options.workspace() == null ? locate(null, currentFolder.getRoot()) : workspace();
    }

    private Path locate(@Nullable Path named, Path start) {
        return Workspaces.locate(
                named,
                start,
                environment,
                created -> terminal.note("Created the workspace " + created + " with the sample prompts"));
    }

    /** The judges of the workspace; none where it is still to be made. */
    public JudgeFiles judges() {
        return new JudgeFiles(place());
    }

    /** Whether the workspace is there; else it is made when it is first opened. */
    public boolean hasWorkspace() {
        return Files.isDirectory(place());
    }

    private Path place() {
        String named = options.workspace();
        return Workspaces.place(named == null ? null : path(named), currentFolder, environment);
    }

    /** Opens the workspace. The caller closes it. */
    public Workbench openWorkbench() {
        return open(workspace());
    }

    /** Opens a workspace. The caller closes it. */
    public Workbench open(Path workspace) {
        return Workbench.open(workspace, "assay on the command line", terminal::note, keys);
    }

    /** Where keys are looked up: the environment, the keychain, the key file, whose passphrase may be asked for. */
    public Keys keys() {
        return keys;
    }

    /** The file or folder that an argument names. */
    public Path path(String argument) {
        try {
            return currentFolder.resolve(argument).normalize();
        } catch (InvalidPathException e) {
            throw new InputException("'" + argument + "' is not a path: " + e.getReason());
        }
    }

    /** Prints the result: the document with {@code --json}, else the text. */
    public void print(JsonNode document, Iterable<String> lines) {
        if (options.json()) {
            terminal.out().println(document.toPrettyString());
        } else {
            lines.forEach(terminal.out()::println);
        }
        terminal.out().flush();
    }
}
