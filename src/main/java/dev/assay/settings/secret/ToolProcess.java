package dev.assay.settings.secret;

import dev.assay.llm.CancelledException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tool of a keychain. It may wait for the user, who has to open the keychain. */
record ToolProcess(Path program, Map<String, String> environment) {
    private static final Logger LOG = LoggerFactory.getLogger(ToolProcess.class);
    private static final int PATIENCE_SECONDS = 60;

    /** What a run came to. The text may be a secret. */
    record Output(String program, int status, String text, String complaint) {

        /** This output where the run went well; throws where it did not. */
        Output require(String deed) {
            if (status != 0) {
                throw failure(deed);
            }
            return this;
        }

        StorageException failure(String deed) {
            String said = complaint.strip().lines().findFirst().orElse("it ended with " + status);
            return new StorageException("The keychain has not " + deed + " (" + program + ": " + said + ")");
        }
    }

    Output run(String input, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return run(builder.start(), input);
        } catch (IOException e) {
            throw new StorageException("The keychain cannot be asked: " + program + " does not start", e);
        }
    }

    private Output run(Process process, String input) {
        try {
            var text = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            var complaint = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            write(process, input);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new StorageException("The keychain did not answer: is it open? (" + program + ")");
            }
            return new Output(program.getFileName().toString(), process.exitValue(), text.join(), complaint.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The question to the keychain was cancelled");
        } finally {
            process.destroy();
        }
    }

    private static void write(Process process, String input) {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.debug("{} ended before it read its input; its status says why", process.info());
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
