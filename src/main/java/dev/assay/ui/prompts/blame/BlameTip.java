package dev.assay.ui.prompts.blame;

import dev.assay.experiment.evidence.Trailers;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.RelativeTime;
import java.util.stream.Collectors;

/** What there is to tell of a commit: its message, what was measured of it, who made it and when. */
final class BlameTip {
    private static final int MOST = 16;

    private BlameTip() {}

    static String of(PromptRevision commit) {
        String message = Trailers.without(commit.message()).strip();
        String measured =
                Trailers.parse(commit.message()).map(Trailers::write).orElse("").strip();
        String told = measured.isEmpty() ? message : message + "\n\n" + measured;
        return Messages.get(
                "blame.tip",
                shortened(told),
                commit.shortId(),
                commit.author(),
                commit.email(),
                RelativeTime.exact(commit.time()));
    }

    private static String shortened(String text) {
        return text.lines().count() <= MOST
                ? text
                : text.lines().limit(MOST).collect(Collectors.joining("\n")) + "\n...";
    }

    /** {@code Ada L.} for Ada Lovelace. */
    static String shortName(String author) {
        String[] words = author.strip().split("\\s+");
        return words.length < 2 ? author.strip() : words[0] + " " + words[words.length - 1].charAt(0) + ".";
    }
}
