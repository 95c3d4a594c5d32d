package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.Operation;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.persuasion.Probe;
import dev.assay.judge.persuasion.Probe.Outcome;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay judge probe}: whether a judge can be talked round. */
@Command(
        name = "probe",
        description = {
            "Has a judge score a poor answer, by itself and with twelve things said to the judge, such as an order to"
                    + " give the highest score. The judge's calls are paid for.",
            "Exit status 1 where one of them lifts the score by a level."
        })
final class JudgeProbeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "METRIC", description = "What it judges, such as relevance, or a judge of the workspace.")
    private String named = "";

    @Option(names = "--judge", paramLabel = "PROVIDER/MODEL", description = "The judging model.")
    private @Nullable String judge;

    JudgeProbeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Metric metric = MetricText.parse(named, session.judges());
        ModelId model = judge == null ? null : ModelId.parse(judge);
        if (Judges.whoJudges(metric, model).isEmpty()) {
            throw new InputException(
                    Judges.needsModel(metric)
                            ? "Name the judge with --judge PROVIDER/MODEL"
                            : "Metric " + named + " is measured by a rule, which nobody can talk round");
        }
        try (var workbench = session.openWorkbench()) {
            Judges.asked(metric, model).stream().distinct().forEach(workbench.gateway()::requireModel);
            Probe.Result result = Probe.of(Judges.of(List.of(metric), model, workbench.gateway(Operation.JUDGE))
                    .getFirst());
            session.print(json(result), lines(result));
            if (result.plain() instanceof Score.Unscored) {
                return ExitStatus.PROVIDER_FAILED;
            }
            return result.count(Outcome.LIFTED) > 0 ? ExitStatus.GATE_FAILED : ExitStatus.DONE;
        }
    }

    private static List<String> lines(Probe.Result result) {
        var lines = new ArrayList<String>();
        lines.add("The answer by itself: " + figure(result.plain()));
        result.attempts()
                .forEach(attempt -> lines.add(word(attempt.outcome()) + "  " + figure(attempt.score()) + "  "
                        + attempt.attack().replaceAll("\\s+", " ")));
        if (!result.attempts().isEmpty()) {
            lines.add("Of " + result.attempts().size() + " attempts, " + result.count(Outcome.LIFTED)
                    + " lifted the score, " + result.count(Outcome.NOT_SCORED) + " were left unscored, "
                    + result.count(Outcome.HELD) + " had no effect.");
        }
        return lines;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case HELD -> "held       ";
            case NOT_SCORED -> "not scored ";
            case LIFTED -> "LIFTED     ";
        };
    }

    private static String figure(Score score) {
        return switch (score) {
            case Score.Scored scored -> Figures.score(scored.value());
            case Score.Unscored none -> "not scored: " + none.reason();
        };
    }

    private static ObjectNode json(Probe.Result result) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("plain", value(result.plain()));
        ArrayNode attempts = document.putArray("attempts");
        result.attempts()
                .forEach(attempt -> attempts.addObject()
                        .put("attack", attempt.attack())
                        .put("outcome", Figures.lowerCase(attempt.outcome()))
                        .put("score", value(attempt.score())));
        return document.put("lifted", result.count(Outcome.LIFTED));
    }

    private static @Nullable Double value(Score score) {
        return score instanceof Score.Scored scored ? scored.value() : null;
    }
}
