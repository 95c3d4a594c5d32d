package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.judge.Score;
import dev.assay.judge.pairwise.PairwiseJudge;
import java.util.List;

/**
 * How often a pairwise judge chose another answer when their order changed.
 *
 * @param decided comparisons in which it did
 * @param comparisons all of them
 */
record OrderEffect(int decided, int comparisons) {

    static OrderEffect of(List<Cell> cells, int challenger, String metric) {
        List<Score.Scored> scores = cells.stream()
                .filter(cell -> cell.key().variant() == challenger)
                .flatMap(cell -> cell.scores().stream())
                .filter(score -> score.metric().equals(metric))
                .filter(Score.Scored.class::isInstance)
                .map(Score.Scored.class::cast)
                .toList();
        return new OrderEffect(
                (int) scores.stream().filter(PairwiseJudge::isOrderSensitive).count(), scores.size());
    }
}
