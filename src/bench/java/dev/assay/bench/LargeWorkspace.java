package dev.assay.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A workspace of 2,000 prompts and 30,000 commits, with renames and merges, always the same. It is made once, below
 * the folder that it is asked for in, by C git.
 */
final class LargeWorkspace {
    static final int PROMPTS = 2_000;
    static final int COMMITS = 30_000;

    /** Changed by one of a hundred commits and renamed twice. */
    static final String BUSY = "support/triage";

    /** Changed by a few commits only. */
    static final String QUIET = "quiet/rules";

    /** Tells which make of workspace is there; counts up with each change of the generator. */
    private static final String MAKE = "1";

    private final Path root;

    private LargeWorkspace(Path root) {
        this.root = root;
    }

    /** The workspace below that folder, made where it is missing, with a commit-graph and no change on disk. */
    static LargeWorkspace in(Path folder) throws IOException, InterruptedException {
        var workspace = new LargeWorkspace(folder.resolve("large-workspace-" + MAKE));
        Path done = workspace.root.resolve(".git/assay-benchmark");
        if (!Files.exists(done)) {
            System.out.printf("Making %s: %,d prompts, %,d commits...%n", workspace.root, PROMPTS, COMMITS);
            workspace.make();
            Files.writeString(done, MAKE);
        }
        workspace.git("reset", "-q", "--hard");
        workspace.git("clean", "-q", "-fdx");
        workspace.writeGraph();
        return workspace;
    }

    private void make() throws IOException, InterruptedException {
        Files.createDirectories(root);
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.com");
        var builder = new ProcessBuilder("git", "fast-import", "--quiet").directory(root.toFile());
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        Process process = builder.start();
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            new LargeHistory(out).write();
        }
        if (process.waitFor() != 0) {
            throw new IOException("git fast-import failed");
        }
        git("gc", "-q");
    }

    Path root() {
        return root;
    }

    /** Has C git write what makes the history of one path quick to read. */
    void writeGraph() throws IOException, InterruptedException {
        git("commit-graph", "write", "--reachable", "--changed-paths", "--no-progress");
    }

    /** Takes that away again. */
    void dropGraph() throws IOException {
        Files.deleteIfExists(root.resolve(".git/objects/info/commit-graph"));
    }

    /** Runs git in the workspace and returns what it prints. */
    String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectError(Redirect.INHERIT);
        Map<String, String> environment = new TreeMap<>(Map.of("GIT_CONFIG_NOSYSTEM", "1", "GIT_PAGER", "cat"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
        return printed;
    }
}
