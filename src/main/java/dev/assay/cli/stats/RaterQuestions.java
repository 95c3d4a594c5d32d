package dev.assay.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.stats.Agreement;
import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.Distance;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.stats.raters.Ratings;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Questions about people and judges who rated the same answers. */
final class RaterQuestions {
    private final StatsInput input;

    RaterQuestions(StatsInput input) {
        this.input = input;
    }

    ObjectNode agreement(JsonNode node) {
        input.requireKeys(node, List.of("human", "judge"), List.of());
        Agreement found = Agreement.of(input.numbers(node, "human"), input.numbers(node, "judge"));
        return Answer.empty()
                .put("rawAgreement", found.rawAgreement())
                .put("kappaQuadratic", found.kappaQuadratic())
                .put("spearman", found.spearman())
                .put("bias", found.bias())
                .put("n", found.n());
    }

    ObjectNode raters(JsonNode node) {
        input.requireKeys(node, List.of("ratings"), List.of("scale"));
        Ratings ratings = Ratings.byRater(input.rowsWithGaps(node, "ratings"));
        KrippendorffAlpha found = KrippendorffAlpha.of(ratings, scale(node));
        ObjectNode answer = Answer.empty().put("alpha", found.alpha());
        Answer.interval(answer, "ci95", found.interval());
        return answer.put("answers", found.answers())
                .put("ratings", found.ratings())
                .put("reading", Figures.lowerCase(found.reading()));
    }

    ObjectNode ppi(JsonNode node) {
        input.requireKeys(node, List.of("judge", "human"), List.of());
        double[] human = input.numbersWithGaps(node.path("human"), "human").stream()
                .mapToDouble(vote -> vote == null ? Double.NaN : vote)
                .toArray();
        PredictionPowered found = PredictionPowered.byCase(input.numbers(node, "judge"), human);
        ObjectNode answer = Answer.empty().put("meanDiff", found.mean());
        Answer.interval(answer, "ci95", found.interval());
        return answer.put("n", found.voted() + found.unvoted())
                .put("voted", found.voted())
                .put("weight", found.weight())
                .put("enoughVotes", found.isEnough());
    }

    private static Distance scale(JsonNode node) {
        String scale = node.path("scale").asText("ordinal");
        return Arrays.stream(Distance.values())
                .filter(distance -> Figures.lowerCase(distance).equals(scale))
                .findFirst()
                .orElseThrow(() -> new InputException("scale must be one of "
                        + Arrays.stream(Distance.values())
                                .map(Figures::lowerCase)
                                .collect(Collectors.joining(", "))
                        + ", but is " + node.path("scale")));
    }
}
