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
            "  {\"paired\": {\"a\": [..], \"b\": [..], \"cluster\": [..]}}",
            "      scores of two variants, case by case; cluster (the source of each case)",
            "      is optional",
            "  {\"passFail\": {\"bothPass\": n, \"bPassAFail\": n, \"aPassBFail\": n, \"bothFail\": n}}",
            "      passes and failures on the same cases",
            "  {\"votes\": {\"a\": n, \"b\": n, \"tie\": n}}",
            "      who was preferred, by the exact sign test",
            "  {\"sequential\": {\"a\": [..], \"b\": [..], \"planned\": n, \"delta\": d}}",
            "      may one stop? scores in the order of the cases, of n planned; delta is the",
            "      smallest difference that matters; comparisons, if several, share the level",
            "  {\"rate\": {\"pass\": n, \"n\": n}}",
            "      one pass rate",
            "  {\"holm\": [p, ..]}",
            "      p-values that are read together",
            "  {\"agreement\": {\"human\": [..], \"judge\": [..]}}",
            "      scores of the same answers",
            "  {\"raters\": {\"ratings\": [[..], [..]], \"scale\": \"ordinal\"}}",
            "      Krippendorff's alpha: one list a rater, null where a rating is missing;",
            "      the scale is nominal, ordinal or interval",
            "  {\"ppi\": {\"judge\": [..], \"human\": [..]}}",
            "      differences by case, null where nobody voted: the mean of the judge",
            "      corrected by the votes (prediction-powered inference)",
            "  {\"power\": {\"sdDiff\": x, \"delta\": d}}",
            "      cases needed to see a difference of d"
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
