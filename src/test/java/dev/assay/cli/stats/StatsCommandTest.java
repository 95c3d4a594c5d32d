package dev.assay.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsCommandTest {
    @TempDir
    Path folder;

    @Test
    void pairedScoresAreAnsweredAsAVerdictWould() throws IOException {
        JsonNode answer = ask("""
                {"paired": {"a": [0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5],
                            "b": [0.75,0.5,0.75,1,0.25,0.75,0.5,0.75,0.75,1,0.5,0.75]}}""");

        assertThat(answer.path("meanDiff").asDouble()).isEqualTo(0.1875);
        assertThat(answer.path("ci95").path(0).asDouble()).isCloseTo(0.049938427494272575, within(1e-12));
        assertThat(answer.path("p").asDouble()).isCloseTo(0.01207983947192137, within(1e-12));
        assertThat(answer.path("n").asInt()).isEqualTo(12);
        assertThat(answer.path("winsB").asInt()).isEqualTo(8);
        assertThat(answer.path("winsA").asInt()).isEqualTo(1);
        assertThat(answer.path("ties").asInt()).isEqualTo(3);
        assertThat(answer.path("verdict").asText()).isEqualTo("better");
    }

    @Test
    void clustersMayBeNamesOrNumbers() throws IOException {
        JsonNode answer = ask("{\"paired\": {\"a\": [0,0,0,0], \"b\": [1,0,1,0.5], \"cluster\": [1,1,2,\"x\"]}}");

        assertThat(answer.path("n").asInt()).isEqualTo(4);
        assertThat(answer.path("verdict").asText()).isEqualTo("too_few_cases");
    }

    @Test
    void theOtherQuestionsAreAnswered() throws IOException {
        JsonNode passFail =
                ask("{\"passFail\": {\"bothPass\": 36, \"bPassAFail\": 12, \"aPassBFail\": 2, \"bothFail\": 0}}");
        assertThat(passFail.path("diff").asDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(passFail.path("ci95").path(1).asDouble()).isCloseTo(0.3404276029749408, within(1e-12));
        assertThat(passFail.path("verdict").asText()).isEqualTo("better");
        assertThat(ask("{\"rate\": {\"pass\": 0, \"n\": 12}}")
                        .path("ci95")
                        .path(0)
                        .asDouble())
                .isZero();
        assertThat(ask("{\"holm\": [0.01, 0.04]}").path("adjusted").toString()).isEqualTo("[0.02,0.04]");
        assertThat(ask("{\"power\": {\"sdDiff\": 0.28, \"delta\": 0.05}}")
                        .path("n")
                        .asInt())
                .isEqualTo(247);
        assertThat(ask("{\"agreement\": {\"human\": [1,2,3], \"judge\": [2,3,4]}}")
                        .path("bias")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void votesAreHeldAgainstTheExactSignTest() throws IOException {
        JsonNode answer = ask("{\"votes\": {\"a\": 5, \"b\": 14, \"tie\": 3}}");

        assertThat(answer.path("p").asDouble()).isCloseTo(0.063568115234375, within(1e-12));
        assertThat(answer.path("pMid").asDouble()).isCloseTo(0.04138946533203125, within(1e-12));
        assertThat(answer.path("shareB").asDouble()).isCloseTo(14 / 19.0, within(1e-12));
        assertThat(answer.path("winRateB").asDouble()).isCloseTo(0.7045454545454546, within(1e-12));
        assertThat(answer.path("winRateCi95").path(0).asDouble()).isCloseTo(0.515208526451799, within(1e-12));
        assertThat(answer.path("verdict").asText()).isEqualTo("too_close_to_call");
        assertThat(answer.path("sentence").asText()).startsWith("Too close to call");
        assertThat(ask("{\"votes\": {\"a\": 0, \"b\": 0}}").path("winRateB").isNull())
                .isTrue();
    }

    @Test
    void aRunIsToldWhetherItMayStop() throws IOException {
        String same = "0.5,".repeat(119) + "0.5";

        JsonNode answer = ask("{\"sequential\": {\"a\": [" + same + "], \"b\": [" + same + "], \"planned\": 200}}");

        assertThat(answer.path("decision").asText()).isEqualTo("no_practical_difference");
        assertThat(answer.path("settledAfter").asInt()).isBetween(60, 119);
        assertThat(answer.path("n").asInt()).isEqualTo(120);
        assertThat(answer.path("ci95").path(1).asDouble()).isBetween(0.0, 0.05);
        assertThat(ask("{\"sequential\": {\"a\": [1], \"b\": [0]}}")
                        .path("decision")
                        .asText())
                .isEqualTo("too_few_cases");
        assertThat(ask("{\"sequential\": {\"a\": [], \"b\": []}}")
                        .path("settledAfter")
                        .isNull())
                .isTrue();
    }

    @Test
    void severalRatersMayHaveGaps() throws IOException {
        JsonNode answer = ask("""
                {"raters": {"ratings": [[1,2,3,3,2,1,4,1,2,null,null,null], [1,2,3,3,2,2,4,1,2,5,null,3],
                                        [null,3,3,3,2,3,4,2,2,5,1,null], [1,2,3,3,2,4,4,1,2,5,1,null]]}}""");

        assertThat(answer.path("alpha").asDouble()).isCloseTo(0.8153875037548813, within(1e-12));
        assertThat(answer.path("answers").asInt()).isEqualTo(11);
        assertThat(answer.path("ci95").size()).isEqualTo(2);
        assertThat(answer.path("reading").asText()).isEqualTo("not_enough_to_say");
    }

    @Test
    void aJudgeIsCorrectedByTheVotesThereAre() throws IOException {
        JsonNode answer = ask("""
                {"ppi": {"judge": [0.25,0.5,0,-0.25,0.25], "human": [0,null,0.25,null,0.5]}}""");

        assertThat(answer.path("n").asInt()).isEqualTo(5);
        assertThat(answer.path("voted").asInt()).isEqualTo(3);
        assertThat(answer.path("enoughVotes").asBoolean()).isFalse();
        assertThat(answer.path("ci95").size()).isEqualTo(2);
    }

    @Test
    void withoutCasesNothingIsReckoned() throws IOException {
        JsonNode answer = ask("{\"paired\": {\"a\": [], \"b\": []}}");

        assertThat(answer.path("meanDiff").isNull()).isTrue();
        assertThat(answer.path("ci95").isNull()).isTrue();
        assertThat(answer.path("verdict").asText()).isEqualTo("unscored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"paired\": {\"a\": [1], \"b\": []}} | paired: a has 1 scores and b 0",
                "{\"paired\": {\"a\": [\"x\"], \"b\": [1]}} | a must be a list of numbers, but item 1 is \"x\"",
                "{\"paired\": {\"a\": [1], \"b\": [1], \"c\": 1}} | does not know 'c'",
                "{\"paired\": {\"a\": [1,2], \"b\": [1,2], \"cluster\": [1]}} | 2 cases but 1 clusters",
                "{\"votes\": {\"a\": 2000000000, \"b\": 2000000000}} | more votes than can be counted",
                "{\"rate\": {\"pass\": 13, \"n\": 12}} | 13 of 12",
                "{\"rate\": {\"pass\": 1.5, \"n\": 12}} | whole number",
                "{\"rate\": {\"pass\": 1}} | needs n",
                "{\"holm\": [2]} | must be from 0 to 1",
                "{\"sequential\": {\"a\": [1], \"b\": [1], \"delta\": 0}} | above 0",
                "{\"raters\": {\"ratings\": [[1, \"x\"]]}} | ratings 1 must be a list of numbers",
                "{\"raters\": {\"ratings\": [[1], [1, 2]]}} | Rater 2 has 2 ratings",
                "{\"raters\": {\"ratings\": [[1]], \"scale\": \"ratio\"}} | nominal, ordinal, interval",
                "{\"ppi\": {\"judge\": [1, 2], \"human\": [1, null]}} | at least two",
                "{\"median\": []} | 'median' is no question",
                "[] | one question",
                "{\"rate\": | question of statistics as JSON"
            })
    void whatCannotBeAnsweredIsToldWithTheFile(String question, String message) throws IOException {
        var result = run(question);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("question.json", message);
        assertThat(result.out()).isEmpty();
    }

    private JsonNode ask(String question) throws IOException {
        return run(question).json();
    }

    private CommandLineHarness.Result run(String question) throws IOException {
        Files.writeString(folder.resolve("question.json"), question);
        return new CommandLineHarness(folder, Map.of()).run("stats", "question.json", "--json");
    }
}
