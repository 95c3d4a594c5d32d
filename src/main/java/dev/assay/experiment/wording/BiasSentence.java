package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.bias.LengthBias;
import dev.assay.experiment.stats.bias.PositionBias;
import org.jspecify.annotations.Nullable;

/** Says what sways a judge besides quality. */
public final class BiasSentence {
    private BiasSentence() {}

    /** How far the order has a say; empty without pairs. */
    public static String of(PositionBias bias) {
        Proportion inconsistency = bias.inconsistency();
        if (inconsistency == null) {
            return "";
        }
        String said = "The judge changed its mind with the order on " + Figures.share(inconsistency) + ".";
        Proportion first = bias.firstPreferred();
        if (first != null && bias.leans()) {
            said += " It leans to the answer in the " + (first.rate() > 0.5 ? "first" : "second")
                    + " place: the first was preferred on " + Figures.share(first) + ".";
        }
        return bias.isUnreliable() ? said + " This judge cannot tell these two apart reliably." : said;
    }

    /** How far preferences go with length; empty without decisive preferences. */
    public static String of(LengthBias bias, String baseline, String challenger) {
        @Nullable Double ratio = bias.winnerRatio();
        if (ratio == null) {
            return "";
        }
        String said = "The preferred answer is " + Figures.ratio(ratio) + "x as long as the other.";
        LengthBias.Tally alike = bias.alike();
        return bias.isWorthTelling()
                ? said + " Of " + (alike.challenger() + alike.ties() + alike.baseline())
                        + " pairs within 20% of the same length, " + challenger + " was preferred on "
                        + alike.challenger() + ", " + baseline + " on " + alike.baseline() + ", neither on "
                        + alike.ties() + "."
                : said;
    }
}
