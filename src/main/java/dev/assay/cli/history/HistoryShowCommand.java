package dev.assay.cli.history;

import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.data.CallJson;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RecordedCall;
import dev.assay.history.metrics.CallRecord;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay history show}: one call with everything that is known of it. */
@Command(name = "show", description = "One call with what was sent, what came, what it cost and where it belongs.")
final class HistoryShowCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "CALL", description = "The call's id, or the beginning of it.")
    private String call = "";

    HistoryShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            RecordedCall recorded = find(workbench.history().calls().call(call), call);
            session.print(CallJson.of(recorded), text(recorded));
        }
    }

    static RecordedCall find(java.util.Optional<RecordedCall> found, String id) {
        return found.orElseThrow(
                () -> new InputException("There is no call '" + id + "' in the history; see: assay history list"));
    }

    private static List<String> text(RecordedCall recorded) {
        CallRecord figures = recorded.entry().figures();
        List<String> lines = new ArrayList<>();
        add(lines, "call", recorded.entry().id());
        add(lines, "started", Figures.localTime(figures.startedAt()));
        add(lines, "operation", figures.operation());
        add(lines, "model", figures.provider() + "/" + figures.model());
        add(lines, "prompt", figures.prompt());
        RecordedCall.Place place = recorded.place();
        if (place != null) {
            add(
                    lines,
                    "run",
                    place.runId() + ", case " + (place.cell().testCase() + 1) + ", repeat "
                            + (place.cell().repeat() + 1));
        }
        add(
                lines,
                "tokens",
                Figures.tokens(figures.inputTokens()) + " in, " + Figures.tokens(figures.outputTokens()) + " out");
        add(lines, "cost", Figures.dollars(figures.costUsd()));
        add(lines, "latency", Figures.millis(figures.latencyMs()));
        add(lines, "error", figures.error());
        add(lines, "starred", recorded.entry().mark().starred() ? "yes" : null);
        add(lines, "tags", String.join(" ", recorded.entry().mark().tags()));
        add(lines, "note", recorded.entry().mark().note());
        Invocation invocation = recorded.invocation();
        if (invocation == null) {
            lines.add("");
            lines.add("Its texts are not kept here");
        } else {
            add(lines, "cache", semantic(invocation));
            add(lines, "batch", invocation.batch());
            texts(lines, invocation);
        }
        return lines;
    }

    /** How near the question was whose answer it is; null unless the semantic cache answered. */
    private static @Nullable String semantic(Invocation call) {
        if (!(call.outcome() instanceof Outcome.Completed completed)
                || completed.response().cache() != CacheStatus.SEMANTIC) {
            return null;
        }
        return completed.response().adjustments().stream()
                .filter(made -> made.parameter().equals(ChatResponse.SIMILARITY))
                .map(made -> "semantic, similarity " + made.sent() + ": " + made.reason())
                .findFirst()
                .orElse("semantic");
    }

    private static void texts(List<String> lines, Invocation call) {
        call.request().messages().forEach(message -> {
            lines.add("");
            lines.add("--- " + message.role().name().toLowerCase(Locale.ROOT));
            message.text().lines().forEach(lines::add);
        });
        lines.add("");
        lines.add("--- answer");
        switch (call.outcome()) {
            case Outcome.Completed completed ->
                completed.response().output().lines().forEach(lines::add);
            case Outcome.Failed failed -> {
                failed.partialText().lines().forEach(lines::add);
                lines.add("(" + failed.errorType() + ": " + failed.message() + ")");
            }
            case Outcome.Cancelled cancelled -> {
                cancelled.partialText().lines().forEach(lines::add);
                lines.add("(stopped)");
            }
        }
    }

    private static void add(List<String> lines, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-10s %s", name, value));
        }
    }
}
