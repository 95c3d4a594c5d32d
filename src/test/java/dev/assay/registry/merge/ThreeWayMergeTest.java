package dev.assay.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.registry.merge.MergeChunk.Agreed;
import dev.assay.registry.merge.MergeChunk.Conflict;
import dev.assay.registry.merge.MergeChunk.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {
    private static final String BASE = "1\n2\n3\n4\n5\n6\n7\n8\n";

    @Test
    void changesOfBothSidesAreTaken() {
        var merge = ThreeWayMerge.of(BASE, BASE.replace("2\n", "two\n"), BASE.replace("7\n", "") + "9");
        assertThat(merge.isClean()).isTrue();
        assertThat(merge.text()).isEqualTo("1\ntwo\n3\n4\n5\n6\n8\n9");
        assertThat(merge.chunks()).contains(new Agreed("two\n", Origin.OURS), new Agreed("9", Origin.THEIRS));
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        String both = BASE.replace("2\n", "two\n");
        assertThat(ThreeWayMerge.of(BASE, both, both).text()).isEqualTo(both);
    }

    @Test
    void differentChangesOfALineAreAConflictWithItsBase() {
        var merge = ThreeWayMerge.of(BASE, BASE.replace("4\n", "four\n"), BASE.replace("4\n", "vier\n"));
        assertThat(merge.conflicts()).containsExactly(new Conflict("4\n", "four\n", "vier\n"));
        assertThat(merge.text(Conflict::theirs)).isEqualTo(BASE.replace("4\n", "vier\n"));
        assertThat(merge.text(conflict -> conflict.ours() + conflict.theirs()))
                .isEqualTo(BASE.replace("4\n", "four\nvier\n"));
        assertThatThrownBy(merge::text).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLineDeletedHereAndChangedThereIsAConflict() {
        var merge = ThreeWayMerge.of(BASE, BASE.replace("4\n", ""), BASE.replace("4\n", "vier\n"));
        assertThat(merge.conflicts()).containsExactly(new Conflict("4\n", "", "vier\n"));
    }

    @Test
    void emptyTextsAndMissingLineEndsAreKept() {
        assertThat(ThreeWayMerge.of("", "", "").text()).isEmpty();
        assertThat(ThreeWayMerge.of("", "a", "").text()).isEqualTo("a");
        assertThat(ThreeWayMerge.of("a", "a\n", "a").text()).isEqualTo("a\n");
        assertThat(ThreeWayMerge.of("a\r\nb\r\n", "a\r\nb\r\n", "a\r\nc\r\n").text())
                .isEqualTo("a\r\nc\r\n");
        assertThat(ThreeWayMerge.of("x", "x\ud83d", "x").text()).isEqualTo("x\ud83d");
    }

    @Test
    void whateverTheEditsEachSideCanBeHadWhole() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String ours = edited(random);
            String theirs = edited(random);
            var merge = ThreeWayMerge.of(BASE, ours, theirs);
            assertThat(ThreeWayMerge.of(BASE, ours, BASE).text()).isEqualTo(ours);
            assertThat(ThreeWayMerge.of(BASE, BASE, theirs).text()).isEqualTo(theirs);
            assertThat(merge.text(Conflict::ours)).isNotNull();
            assertThat(ThreeWayMerge.of(BASE, theirs, ours).conflicts()).hasSameSizeAs(merge.conflicts());
        }
    }

    private static String edited(Random random) {
        var lines = new ArrayList<>(List.of(BASE.split("(?<=\n)")));
        for (int edits = random.nextInt(3); edits >= 0 && !lines.isEmpty(); edits--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.set(at, random.nextInt(3) + "x\n");
                default -> lines.add(at, random.nextInt(3) + "y\n");
            }
        }
        return String.join("", lines);
    }
}
