package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.exchange.calls.CallFile;
import dev.assay.exchange.calls.CallPages;
import dev.assay.exchange.calls.otlp.OtlpCollector;
import dev.assay.exchange.calls.otlp.OtlpMetrics;
import dev.assay.exchange.calls.otlp.OtlpTraces;
import dev.assay.history.CallLog;
import dev.assay.history.search.CallFilter;
import dev.assay.llm.InputException;
import dev.assay.llm.outbound.OutboundLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay history export}: hands calls to other programs. */
@Command(
        name = "export",
        description = {
            "Writes calls into a file, or sends them to an OpenTelemetry collector. WORDS as for assay history list:",
            "  assay history export --to calls.jsonl since:7d",
            "  assay history export --to calls.csv error:any",
            "  assay history export --otlp http://localhost:4318 --header Authorization='Bearer ${COLLECTOR_KEY}'"
        })
final class HistoryExportCommand implements Runnable {
    private static final Pattern KEY = Pattern.compile("\\$\\{(\\w+)}");

    private final Session session;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "Which calls. Default: all.")
    private List<String> words = List.of();

    @Option(names = "--to", paramLabel = "FILE", description = "A file that is not there yet: .jsonl or .csv.")
    private @Nullable Path file;

    @Option(names = "--otlp", paramLabel = "URL", description = "A collector that takes OTLP over HTTP.")
    private @Nullable String collector;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "Sent to the collector; $${NAME} in it stands for one of your keys. May be given many times.")
    private Map<String, String> headers = Map.of();

    @Option(names = "--texts", description = "Prompts and answers too, in .jsonl and to the collector.")
    private boolean texts;

    HistoryExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Path target = file;
        String url = collector;
        if ((target == null) == (url == null)) {
            throw new InputException("Say where the calls are to go: --to FILE or --otlp URL");
        }
        CallFilter filter = CallFilter.parse(String.join(" ", words), Instant.now());
        try (var workbench = session.openWorkbench()) {
            CallLog calls = workbench.history().calls();
            String where = target == null ? Objects.requireNonNull(url) : target.toString();
            long count = target == null ? send(calls, filter, where) : CallFile.write(calls, filter, target, texts);
            session.print(
                    JsonNodeFactory.instance.objectNode().put("exported", count).put("to", where),
                    List.of("Exported " + count + (count == 1 ? " call" : " calls") + " to " + where));
        }
    }

    private long send(CallLog calls, CallFilter filter, String url) {
        var metrics = new OtlpMetrics();
        try (var target = new OtlpCollector(url, filled(), OutboundLog.ofProcess())) {
            long count = CallPages.forEach(calls, filter, page -> {
                page.forEach(entry -> metrics.add(entry.figures()));
                target.traces(OtlpTraces.of(calls.whole(page), texts));
            });
            if (count > 0) {
                target.metrics(metrics.document());
            }
            return count;
        }
    }

    /** The headers with the user's keys in them. */
    private Map<String, String> filled() {
        var filled = new TreeMap<String, String>();
        headers.forEach((name, value) -> filled.put(
                name,
                KEY.matcher(value)
                        .replaceAll(found -> Matcher.quoteReplacement(session.keys()
                                .find(found.group(1))
                                .orElseThrow(() -> new InputException("There is no key " + found.group(1)
                                        + ": set the environment variable, or keep it with: assay keys set "
                                        + found.group(1)))
                                .secret()))));
        return filled;
    }
}
