package dev.assay.cli.hostile;

import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.opentest4j.TestAbortedException;

/**
 * A workspace in a small world of its own: beside it lies a folder with a secret that no command has any business to
 * read or to write, and a remote to fetch from and to push to.
 */
final class HostileWorld {
    /** Stands in every file outside, and must never be seen. */
    static final String SECRET = "canary-hunter2";

    final Path folder;
    final Path workspace;
    final Path outside;
    final Path remote;
    private final List<Path> pipes = new ArrayList<>();

    private HostileWorld(Path folder) {
        this.folder = folder;
        workspace = folder.resolve("workspace");
        outside = folder.resolve("outside");
        remote = folder.resolve("remote.git");
    }

    /** A workspace that nothing is wrong with: two prompts, a partial, a dataset, two branches, a remote. */
    static HostileWorld in(Path folder) throws Exception {
        var world = new HostileWorld(folder);
        for (String file : List.of("secret.prompt", "secret.csv", "secret.yaml", "team/inner.prompt", "ignore")) {
            Path path = world.outside.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "word\n" + SECRET + "\n");
        }
        world.write("prompts/plain.prompt", "Say {{word}}\n{{> part}}\n");
        world.write("prompts/hostile.prompt", "Nothing is wrong with {{word}} yet\n");
        world.write("prompts/_part.prompt", "Be kind.\n");
        world.write("datasets/words.csv", "word,expected\none,1\ntwo,2\n");
        world.write("providers.yaml", "providers: {}\n");
        world.write(".gitignore", ".assay/\n");
        try (Git git = Git.init()
                        .setDirectory(world.workspace.toFile())
                        .setInitialBranch("main")
                        .call();
                Git remote = Git.init()
                        .setDirectory(world.remote.toFile())
                        .setBare(true)
                        .setInitialBranch("main")
                        .call()) {
            var config = git.getRepository().getConfig();
            config.setString("user", null, "name", "Ada");
            config.setString("user", null, "email", "ada@example.org");
            config.setString("remote", "origin", "url", world.remote.toString());
            config.setString("remote", "origin", "fetch", "+refs/heads/*:refs/remotes/origin/*");
            config.save();
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Begin").setSign(false).call();
            git.branchCreate().setName("other").call();
        }
        return world;
    }

    Path write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String path, byte[] bytes) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    /** A file of so many bytes, all of them the same character. */
    void fill(String path, String beginning, char with, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) with);
        byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, content, 0, first.length);
        write(path, content);
    }

    void delete(String path) throws IOException {
        Path file = workspace.resolve(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> tree = Files.walk(file)) {
                for (Path each :
                        tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    void link(String path, Path target) throws IOException {
        delete(path);
        Path link = workspace.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    void pipe(String path) throws Exception {
        delete(path);
        Path pipe = workspace.resolve(path);
        Files.createDirectories(pipe.getParent());
        run(folder, "mkfifo", pipe.toString());
        pipes.add(pipe);
    }

    /** Runs git itself in the workspace. */
    void git(String... arguments) throws Exception {
        run(workspace, Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new));
    }

    Repository repository() throws IOException {
        return new FileRepositoryBuilder()
                .setWorkTree(workspace.toFile())
                .setMustExist(true)
                .build();
    }

    private static void run(Path where, String... command) throws Exception {
        int status;
        try {
            Process process = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " does not end");
            }
            status = process.exitValue();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new TestAbortedException("Skipped: this machine has no " + command[0]);
        }
    }

    /** Lets go whoever waits at a pipe. */
    void openPipes() {
        for (Path pipe : pipes) {
            try {
                FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)
                        .close();
            } catch (IOException e) {
                // A command took the pipe away.
            }
        }
    }

    CommandLineHarness commands() {
        return new CommandLineHarness(
                folder, Map.of("HOME", folder.resolve("home").toString(), "PATH", "" + System.getenv("PATH")));
    }

    /** All that lies outside, with its content and times. */
    Map<String, String> lookOutside() throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> beside = Files.list(folder)) {
            beside.filter(path -> !path.endsWith("home")).forEach(path -> found.put("beside: " + path, ""));
        }
        try (Stream<Path> tree = Files.walk(outside)) {
            for (Path path : tree.toList()) {
                String content = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        ? Files.readString(path, StandardCharsets.ISO_8859_1)
                        : "";
                found.put(path.toString(), Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + content);
            }
        }
        return found;
    }

    /** Files of the workspace that now hold what lies outside; git's own included. */
    List<String> leaks() throws IOException {
        var leaks = new ArrayList<String>();
        try (Stream<Path> tree = Files.walk(workspace)) {
            for (Path file : tree.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && (holdsSecret(file, false) || holdsSecret(file, true))) {
                    leaks.add(workspace.relativize(file).toString());
                }
            }
        }
        return leaks;
    }

    private static boolean holdsSecret(Path file, boolean inflate) throws IOException {
        if (inflate && !file.toString().contains("/objects/")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file);
                InputStream content = inflate ? new java.util.zip.InflaterInputStream(in) : in) {
            return new String(content.readNBytes(1 << 20), StandardCharsets.ISO_8859_1).contains(SECRET);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            return false;
        } catch (java.nio.file.AccessDeniedException e) {
            return false;
        }
    }
}
