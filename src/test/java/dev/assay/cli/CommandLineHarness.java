package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.cli.session.Session;
import dev.assay.cli.session.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands in this process and catches what they print. */
public final class CommandLineHarness {
    private final Path folder;
    private final Map<String, String> environment;
    final List<Path> opened = new ArrayList<>();

    public CommandLineHarness(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What one command did. */
    public record Result(int status, String out, String err) {
        public JsonNode json() throws IOException {
            return JsonMapper.builder()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(out);
        }
    }

    public Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        int status = new Cli(new Session(terminal, environment, folder, opened::add)).run(arguments);
        return new Result(status, out.toString(), err.toString());
    }
}
