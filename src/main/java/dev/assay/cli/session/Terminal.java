package dev.assay.cli.session;

import dev.assay.cli.report.Printable;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, all else to {@code err}.
 *
 * @param out results only
 * @param err progress, notices and errors
 * @param colour whether results may be coloured
 * @param live whether {@code err} shows a line that may be rewritten in place
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean live) {

    /**
     * The process's own streams, in UTF-8 whatever the locale.
     *
     * @param attached names those of the streams that are terminals: contains {@code out}, {@code err} or both
     */
    public static Terminal ofProcess(String attached, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        PrintWriter out = writer(System.out);
        return new Terminal(
                attached.contains("out") ? new PrintWriter(new SafeWriter(out)) : out,
                writer(System.err),
                attached.contains("out") && !plain,
                attached.contains("err"));
    }

    /** Tells the user something that is not a result. */
    public void note(String line) {
        err.println("assay: " + Printable.message(line));
        err.flush();
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
