package dev.assay.workbench.quality;

import dev.assay.history.RunHistory;
import dev.assay.settings.quality.QualityFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds what prompts did against what the workspace wants.
 *
 * @param root the workspace folder, in which {@code quality.yaml} says what is wanted
 * @param history what prompts did
 */
public record QualityWatch(Path root, RunHistory history) {

    /**
     * Every prompt that a band is for and that was scored, in the order of the file; slow.
     *
     * @throws dev.assay.llm.InputException naming the place of a mistake in the file
     */
    public List<QualityFinding> all() {
        return QualityFile.read(root.resolve(QualityFile.FILE)).stream()
                .flatMap(band -> history.quality(band.prompts(), band.metric(), band.last()).stream()
                        .map(quality -> new QualityFinding(band, quality)))
                .toList();
    }
}
