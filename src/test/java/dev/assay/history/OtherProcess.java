package dev.assay.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that begins a run, or goes on with it, and records one cell for each line it is sent; the line comes back. */
final class OtherProcess implements AutoCloseable {
    static final String RUN = "run-of-the-other";

    /** Asked for instead of a cell, it records the end of the run. */
    static final int END = -1;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Returns once the run has begun, so once the other process holds the history. */
    static OtherProcess start(Path folder) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            var other = new OtherProcess(process);
            other.expect("begun");
            return other;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (var history = SqlRunHistory.open(Path.of(arguments[0]), "assay compare", notice -> {});
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (history.run(RUN).isPresent()) {
                history.resume(RUN);
            } else {
                history.start(Samples.run(RUN, Instant.now()), List.of(), List.of());
            }
            System.out.println("begun");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int index = Integer.parseInt(line);
                if (index == END) {
                    history.finish(RUN, RunStatus.FINISHED, null, Instant.now());
                } else {
                    history.append(RUN, new Samples(index).cell(new CellKey(0, index, 0)));
                }
                System.out.println(line);
            }
            history.finish(RUN, RunStatus.FINISHED, null, Instant.now());
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks for a cell without waiting for it. */
    void ask(int index) {
        try {
            input.write(index + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void expect(String line) {
        try {
            String read = output.readLine();
            if (!line.equals(read)) {
                throw new AssertionError(
                        read + "\n" + String.join("\n", output.lines().toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it at once; returns what it had still said. */
    List<String> kill() {
        // The process itself would close its streams, and what it had said would be lost.
        process.toHandle().destroyForcibly();
        var said = new ArrayList<String>();
        output.lines().forEach(said::add);
        process.onExit().join();
        return said;
    }

    /** Lets it finish its run and end. */
    void finish() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
