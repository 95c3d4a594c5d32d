package dev.assay.cli.stats;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.InputFile;
import dev.assay.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay stats}: answers one question of statistics as a verdict would. */
@Command(
        name = "stats",
        description = {
            "Answers a question of statistics, as verdicts do.",
            "FILE holds one of:",
            "  {\"paired\": {\"a\": [..], \"b\": [..], \"cluster\": [..]}}    scores of two variants, case by case",
            "  {\"passFail\": {\"bothPass\": n, \"bPassAFail\": n, \"aPassBFail\": n, \"bothFail\": n}}",
            "  {\"votes\": {\"a\": n, \"b\": n, \"tie\": n}}             who was preferred (exact sign test)",
            "  {\"sequential\": {\"a\": [..], \"b\": [..], \"planned\": n, \"delta\": d, \"comparisons\": n}}",
            "                                                   may one stop? scores in the order of the cases;",
            "                                                   planned, delta and comparisons may be left out",
            "  {\"rate\": {\"pass\": n, \"n\": n}}                    one pass rate",
            "  {\"holm\": [p, ..]}                              p-values that are read together",
            "  {\"agreement\": {\"human\": [..], \"judge\": [..]}}  scores of the same answers",
            "  {\"raters\": {\"ratings\": [[..], [..]], \"scale\": \"ordinal\"}}  Krippendorff's alpha: a list a rater, null",
            "                                                   where one is missing; nominal, ordinal or interval",
            "  {\"ppi\": {\"judge\": [..], \"human\": [..]}}          differences by case, null where nobody voted:",
            "                                                   the judge's mean corrected by the votes",
            "  {\"power\": {\"sdDiff\": x, \"delta\": d}}           cases needed to see a difference of d"
        })
public final class StatsCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A file of JSON.")
    private String file = "";

    /** The command, for a session. */
    public StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        JsonNode question = InputFile.json(session, file, new TypeReference<>() {}, "a question of statistics as JSON");
        ObjectNode answer = new Question(file).answer(question);
        List<String> lines = answer.properties().stream()
                .map(entry -> entry.getKey() + ": "
                        + (entry.getValue().isTextual()
                                ? entry.getValue().asText()
                                : entry.getValue().toString()))
                .toList();
        session.print(answer, lines);
    }
}
