package dev.assay.registry.git;

import dev.assay.llm.CancelledException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another program that git relies on, such as gpg. It gets a list of arguments, never a line for a shell.
 *
 * @param command the program and its arguments
 * @param folder where it runs
 * @param environment added to our own
 * @param limit how long it may take before it is ended
 */
public record ExternalProgram(List<String> command, Path folder, Map<String, String> environment, Duration limit) {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalProgram.class);

    /**
     * How it ended.
     *
     * @param status 0 where it did what it was asked
     * @param output what it wrote
     * @param errors what it complained of
     */
    public record Result(int status, byte[] output, String errors) {
        /** Whether it did what it was asked. */
        public boolean isDone() {
            return status == 0;
        }

        /** What it wrote, as text. */
        public String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        /** The last line of its complaint, which is the one that says why; never empty. */
        public String reason() {
            return errors.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("[GNUPG:]"))
                    .reduce((first, second) -> second)
                    .orElse("it ended with status " + status);
        }
    }

    /** Whether a program can be found, as a shell finds it. */
    public static boolean isInstalled(String program, Map<String, String> environment) {
        String folders = environment.getOrDefault("PATH", "");
        return List.of(folders.split(Pattern.quote(File.pathSeparator))).stream()
                .filter(entry -> !entry.isBlank())
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program))
                        || Files.isExecutable(Path.of(entry, program + ".exe")));
    }

    /**
     * Runs it to its end.
     *
     * @param input what it reads
     * @throws IOException where it is not there, or takes longer than it may
     */
    public Result run(byte[] input) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        var errors = CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()), Thread::startVirtualThread);
        var output = CompletableFuture.supplyAsync(() -> drain(process.getInputStream()), Thread::startVirtualThread);
        Thread.startVirtualThread(() -> feed(process.getOutputStream(), input));
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        command.getFirst() + " gave no answer within " + limit.toSeconds() + " s and was ended");
            }
            return new Result(process.exitValue(), output.get(), new String(errors.get(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while waiting for " + command.getFirst());
        } catch (ExecutionException e) {
            throw new IOException(command.getFirst() + " could not be read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] drain(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void feed(OutputStream out, byte[] input) {
        try (out) {
            out.write(input);
        } catch (IOException e) {
            LOG.debug("{} did not read all of its input", command.getFirst(), e);
        }
    }
}
