package dev.assay.workbench.quality;

import dev.assay.history.metrics.PromptQuality;
import dev.assay.settings.quality.QualityBand;

/**
 * How a prompt does against its band.
 *
 * @param band what it must do
 * @param quality what it did
 */
public record QualityFinding(QualityBand band, PromptQuality quality) {
    /** Whether somebody should look at it. */
    public boolean isBelow() {
        return quality.mean() < band.atLeast();
    }
}
