package dev.assay.ui.prompts.blame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.log.BlamedLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineOriginsTest {
    private final LineOrigins origins = new LineOrigins();

    static PromptRevision commit(String letter) {
        return new PromptRevision(
                letter.repeat(40), "Ada Lovelace", "ada@example.org", Instant.EPOCH, "Say " + letter, "");
    }

    @BeforeEach
    void blame() {
        origins.set(List.of(
                new BlamedLines(1, 2, commit("a"), "prompts/p.prompt", 1),
                new BlamedLines(3, 1, null, "prompts/p.prompt", 3),
                new BlamedLines(4, 1, commit("b"), "prompts/p.prompt", 1)));
    }

    /** A letter a line: of its commit, {@code -} where there is none, {@code ?} where that is not known. */
    private String told() {
        return IntStream.range(0, 5)
                .mapToObj(line -> switch (origins.of(line)) {
                    case LineOrigin.Committed committed ->
                        committed.revision().commitId().substring(0, 1);
                    case LineOrigin.Uncommitted none -> "-";
                    case LineOrigin.Unknown unknown -> "?";
                })
                .collect(Collectors.joining());
    }

    @Test
    void eachLineHasTheOriginOfItsRange() {
        assertThat(told()).isEqualTo("aa-b?");
        assertThat(((LineOrigin.Committed) origins.of(0)).first()).isTrue();
        assertThat(((LineOrigin.Committed) origins.of(1)).first()).isFalse();
    }

    @Test
    void anEditedLineIsUnknownAndTheOthersStay() {
        origins.edited(1, 0, 0);

        assertThat(told()).isEqualTo("a?-b?");
    }

    @Test
    void linesBelowMoveAlong() {
        origins.edited(1, 0, 1);
        assertThat(told()).isEqualTo("a??-b");

        origins.edited(0, 2, 0);
        assertThat(told()).isEqualTo("?-b??");
    }

    @Test
    void aWholeNewTextIsUnknown() {
        origins.edited(0, 3, 1);

        assertThat(told()).isEqualTo("?????");
    }

    @Test
    void anEditBelowAllIsNoTrouble() {
        origins.edited(7, 0, 2);

        assertThat(told()).isEqualTo("aa-b?");
    }

    @Test
    void agesAreShortAndCoolDown() {
        assertThat(age(Duration.ofSeconds(-40)).text()).isEqualTo("now");
        assertThat(age(Duration.ofMinutes(59)).text()).isEqualTo("59m");
        assertThat(age(Duration.ofHours(23)).text()).isEqualTo("23h");
        assertThat(age(Duration.ofDays(59)).text()).isEqualTo("59d");
        assertThat(age(Duration.ofDays(100)).text()).isEqualTo("3mo");
        assertThat(age(Duration.ofDays(800)).text()).isEqualTo("2y");
        assertThat(List.of(0, 5, 20, 200, 2000))
                .extracting(days -> age(Duration.ofDays(days)).heat())
                .containsExactly(4, 3, 2, 1, 0);
    }

    private static Age age(Duration duration) {
        return Age.of(Instant.EPOCH, Instant.EPOCH.plus(duration));
    }

    @Test
    void theTipTellsCommitMessageAndWhatWasMeasured() {
        String tip = BlameTip.of(new PromptRevision(
                "c".repeat(40),
                "Ada Lovelace",
                "ada@example.org",
                Instant.EPOCH,
                "Ask for one line\n\nShorter is better.\n",
                ""));

        assertThat(tip)
                .startsWith("Ask for one line\n\nShorter is better.\n\nccccccc by Ada Lovelace <ada@example.org>, ");
        assertThat(BlameTip.shortName("Ada Lovelace")).isEqualTo("Ada L.");
        assertThat(BlameTip.shortName("ada")).isEqualTo("ada");
        assertThat(BlameTip.shortName("")).isEmpty();
    }
}
