package dev.assay.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git of the command line, to check what we do against. */
public final class GitCommand {
    private final Path folder;

    public GitCommand(Path folder) {
        this.folder = folder;
    }

    /** Whether there is a git to run. */
    public static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "git")));
    }

    /** Output of both streams; fails where git fails. */
    public String run(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=Bea", "-c", "user.email=bea@example.org"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
