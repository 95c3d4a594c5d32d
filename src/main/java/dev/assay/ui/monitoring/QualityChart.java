package dev.assay.ui.monitoring;

import dev.assay.history.metrics.PromptQuality;
import dev.assay.ui.fx.Messages;
import dev.assay.workbench.quality.QualityCourse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Draws how well the texts of a prompt did, by the commits that they are of. */
final class QualityChart {
    private static final int SHORT = 8;

    private QualityChart() {}

    static DayChart of(QualityCourse course) {
        Set<String> names = new LinkedHashSet<>();
        for (PromptQuality text : course.texts()) {
            String name = name(text);
            if (!names.add(name)) {
                names.add(name + " " + shortened(text.text()));
            }
        }
        return new DayChart(
                DayChart.legible(List.copyOf(names)),
                List.of(new DayChart.Series(
                        course.metric(),
                        course.texts().stream().map(PromptQuality::mean).toList())));
    }

    private static String name(PromptQuality text) {
        String commit = text.revision();
        return commit == null ? Messages.get("monitoring.draft", shortened(text.text())) : shortened(commit);
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
