package dev.assay.cli.prices;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.llm.ModelId;
import dev.assay.pricing.OwnPrices;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prices set}: gives a model a price in the workspace's own list. */
@Command(name = "set", description = "Gives a model a price, in prices.csv of the workspace.")
final class PricesSetCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "MODEL", description = "As provider/model; * for every model of the provider.")
    private String model = "";

    @Option(names = "--input", required = true, paramLabel = "USD", description = "Per million input tokens.")
    private String input = "";

    @Option(names = "--output", required = true, paramLabel = "USD", description = "Per million output tokens.")
    private String output = "";

    @Option(names = "--cached-input", paramLabel = "USD", description = "Per million tokens read from a cache.")
    private String cached = "";

    @Option(names = "--cache-write", paramLabel = "USD", description = "Per million tokens written to a cache.")
    private String written = "";

    @Option(names = "--from", paramLabel = "DAY", description = "First day of the price, as 2026-09-01.")
    private String from = "";

    @Option(names = "--source", paramLabel = "TEXT", description = "Where the price is from.")
    private String source = "";

    PricesSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        ModelId id = ModelId.parse(model);
        var row = new LinkedHashMap<String, String>();
        row.put("provider", id.provider());
        row.put("model", id.model());
        row.put("input", input);
        row.put("output", output);
        row.put("cached_input", cached);
        row.put("cache_write", written);
        row.put("from", from);
        row.put("source", source);
        row.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        row.values().removeIf(String::isEmpty);
        try (var workbench = session.openWorkbench()) {
            Path file = workbench.pricesFile();
            OwnPrices.put(file, row);
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("model", id.toString())
                            .put("file", file.toString()),
                    List.of(id + " costs $" + input + " in and $" + output + " out per million tokens, by " + file));
        }
    }
}
