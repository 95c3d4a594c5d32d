package dev.assay.ui.prompts.history;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.MeasuredDifference;
import dev.assay.experiment.evidence.MeasuredScore;
import dev.assay.experiment.evidence.Trailers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Evidence as small chips: {@code relevance 0.82 +0.05}. */
public final class EvidenceChips {
    private EvidenceChips() {}

    /** One chip a metric. */
    public static List<Node> of(Evidence evidence) {
        return evidence.scores().stream().map(score -> chip(evidence, score)).toList();
    }

    private static Node chip(Evidence evidence, MeasuredScore score) {
        var text = new Label(String.format(Locale.ROOT, "%s %.2f", score.metric(), score.mean()));
        var chip = new HBox(text);
        chip.getStyleClass().add("evidence-chip");
        Optional<MeasuredDifference> difference = evidence.difference(score.metric());
        difference.ifPresent(found -> {
            var change = new Label(String.format(Locale.ROOT, "%+.2f", found.mean()));
            change.getStyleClass().add(style(found));
            chip.getChildren().add(change);
        });
        Tooltip.install(chip, new Tooltip(Trailers.write(evidence)));
        return chip;
    }

    /** Coloured only where the interval leaves no doubt about the direction. */
    private static String style(MeasuredDifference difference) {
        var interval = difference.interval();
        if (interval == null || interval.low() <= 0 && interval.high() >= 0) {
            return "evidence-open";
        }
        return difference.mean() > 0 ? "evidence-better" : "evidence-worse";
    }
}
