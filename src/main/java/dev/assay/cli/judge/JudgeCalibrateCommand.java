package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.experiment.votes.CalibratedJudge;
import dev.assay.history.Run;
import dev.assay.history.Vote;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay judge calibrate}: how far the judges of a run agree with the votes on it. */
@Command(
        name = "calibrate",
        description = {
            "Holds the judges of a run against the votes of people on it: agreement beyond chance, how far the order and"
                    + " the length of answers sway the judge, how far a jury agrees, where it errs, and the verdict as"
                    + " the votes correct it.",
            "The cases that were voted on must have been drawn at random."
        })
final class JudgeCalibrateCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    @Option(names = "--metric", paramLabel = "METRIC", description = "This metric alone. Default: all of the run.")
    private @Nullable String metric;

    @Option(names = "--voter", paramLabel = "NAME", description = "The votes of this person alone, as listed.")
    private @Nullable String voter;

    JudgeCalibrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Run found = workbench.run(run);
            List<Vote> votes = votes(workbench.history().votes(found.id()));
            List<CalibrationReport> reports =
                    CalibratedJudge.of(measuring(found), workbench.history().cells(found.id()), votes).stream()
                            .map(CalibrationReport::new)
                            .toList();
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("run", found.id());
            ArrayNode judges = document.putArray("judges");
            var lines = new ArrayList<String>();
            if (votes.isEmpty()) {
                lines.add("Nobody has voted on answers of run " + found.id() + " (see: assay vote)");
            }
            reports.forEach(report -> {
                judges.add(report.json());
                lines.addAll(report.lines());
            });
            if (reports.isEmpty() && !votes.isEmpty()) {
                lines.add("Nothing of what run " + found.id() + " measures was scored where people voted");
            }
            session.print(document, lines);
        }
    }

    private List<Vote> votes(List<Vote> all) {
        if (voter == null) {
            return all;
        }
        List<Vote> own = all.stream().filter(vote -> vote.voter().equals(voter)).toList();
        if (own.isEmpty()) {
            List<String> voters = all.stream().map(Vote::voter).distinct().toList();
            throw new InputException("There is no vote of '" + voter + "'" + NearestName.hint(voter, voters)
                    + (voters.isEmpty() ? "" : " (there are votes of " + String.join(", ", voters) + ")"));
        }
        return own;
    }

    /** The run with the metric that was asked for alone. */
    private Run measuring(Run found) {
        if (metric == null) {
            return found;
        }
        List<Metric> chosen = found.measured().stream()
                .filter(one -> one.name().equals(metric))
                .toList();
        if (chosen.isEmpty()) {
            throw new InputException("Run " + found.id() + " does not measure '" + metric + "', but "
                    + String.join(", ", found.metrics()));
        }
        return found.measuring(chosen);
    }
}
