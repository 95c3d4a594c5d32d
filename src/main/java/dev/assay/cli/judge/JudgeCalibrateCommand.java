package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.votes.Ballots;
import dev.assay.experiment.votes.Calibration;
import dev.assay.experiment.votes.JudgedPair;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.Vote;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay judge calibrate}: how far the judges of a run agree with the votes on it. */
@Command(
        name = "calibrate",
        description = {
            "Holds the judges of a run against the votes of people on it: agreement beyond chance, what sways the"
                    + " judge, where it errs, and the verdict as the votes correct it.",
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
            List<CalibrationReport> reports = reports(
                    found,
                    workbench.history().cells(found.id()),
                    votes(workbench.history().votes(found.id())));
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("run", found.id());
            ArrayNode judges = document.putArray("judges");
            var lines = new ArrayList<String>();
            reports.forEach(report -> {
                judges.add(report.json());
                lines.addAll(report.lines());
            });
            if (reports.isEmpty()) {
                lines.add("Nobody has voted on answers of run " + found.id() + " that were scored (see: assay vote)");
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

    private List<CalibrationReport> reports(Run found, List<Cell> cells, List<Vote> votes) {
        List<CalibrationReport> reports = new ArrayList<>();
        for (int baseline = 0; baseline < found.variants().size(); baseline++) {
            for (int challenger = baseline + 1; challenger < found.variants().size(); challenger++) {
                Map<Integer, Preference> people =
                        Ballots.of(votes, baseline, challenger).settled();
                for (Metric one : people.isEmpty() ? List.<Metric>of() : metrics(found)) {
                    reports.add(new CalibrationReport(
                            found,
                            one,
                            baseline,
                            challenger,
                            Calibration.of(people, JudgedPair.of(cells, baseline, challenger, one.name()))));
                }
            }
        }
        return reports;
    }

    private List<Metric> metrics(Run found) {
        if (metric == null) {
            return found.measured();
        }
        List<Metric> chosen = found.measured().stream()
                .filter(one -> one.name().equals(metric))
                .toList();
        if (chosen.isEmpty()) {
            throw new InputException("Run " + found.id() + " does not measure '" + metric + "', but "
                    + String.join(", ", found.metrics()));
        }
        return chosen;
    }
}
