package dev.assay.cli.votes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.votes.Ballots;
import dev.assay.experiment.votes.VoteVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say of two variants.
 *
 * @param baseline the letter of one
 * @param challenger the letter of the other
 */
record PairReport(String baseline, String challenger, Ballots ballots) {

    /** The counts of each voter and of all, settled by case, with the verdict; what is not known is null. */
    ObjectNode json() {
        Votes votes = ballots.votes();
        VoteVerdict verdict = verdict();
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("baseline", baseline).put("challenger", challenger);
        counts(node, votes);
        node.put("p", votes.pValue()).put("winRate", votes.n() == 0 ? null : (Double) votes.winRate());
        interval(node, "winRateCi95", votes.winRateInterval());
        node.put("verdict", Figures.lowerCase(verdict.kind())).put("sentence", verdict.sentence());
        var voters = node.putArray("voters");
        ballots.voters().forEach(voter -> counts(voters.addObject().put("voter", voter), ballots.of(voter)));
        KrippendorffAlpha agreement = ballots.agreement();
        ObjectNode alpha = node.putObject("agreement").put("alpha", agreement.alpha());
        interval(alpha, "ci95", agreement.interval());
        alpha.put("cases", agreement.answers());
        return node;
    }

    /** The same as lines of text. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(challenger + " against " + baseline + ": " + verdict().sentence());
        for (String voter : ballots.voters()) {
            Votes own = ballots.of(voter);
            lines.add("  " + voter + ": " + challenger + " " + own.challenger() + ", tie " + own.ties() + ", "
                    + baseline + " " + own.baseline());
        }
        KrippendorffAlpha agreement = ballots.agreement();
        if (ballots.voters().size() > 1) {
            lines.add(
                    agreement.alpha() == null
                            ? "  How far the voters agree cannot be told: no case has several votes that vary."
                            : "  The voters agree with alpha = " + Figures.score(agreement.alpha()) + " on "
                                    + agreement.answers() + " cases with several votes (1 is always, 0 is chance).");
        }
        return lines;
    }

    private VoteVerdict verdict() {
        return VoteVerdict.of(ballots.votes(), baseline, challenger);
    }

    private static void counts(ObjectNode node, Votes votes) {
        node.put("wins", votes.challenger()).put("ties", votes.ties()).put("losses", votes.baseline());
    }

    private static void interval(ObjectNode node, String key, @Nullable Interval interval) {
        if (interval == null) {
            node.putNull(key);
        } else {
            node.putArray(key).add(interval.low()).add(interval.high());
        }
    }
}
