package dev.assay.registry.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.diff.DiffRow.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
    @Test
    void equalTextsHaveNoChange() {
        TextDiff diff = TextDiff.of("a\nb\n", "a\nb\n", false);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.rows()).extracting(DiffRow::kind).containsExactly(Kind.SAME, Kind.SAME);
    }

    @Test
    void linesAreAddedAndRemoved() {
        TextDiff diff = TextDiff.of("a\nb\nc\n", "b\nc\nd\n", false);

        assertThat(diff.rows())
                .extracting(DiffRow::kind)
                .containsExactly(Kind.REMOVED, Kind.SAME, Kind.SAME, Kind.ADDED);
        assertThat(diff.hunks()).containsExactly(new DiffHunk(0, 1, 0, 0, 0, 1), new DiffHunk(3, 3, 2, 3, 3, 4));
    }

    @Test
    void wordsOfAChangedLineAreMarked() {
        DiffRow row = TextDiff.of("Answer in two short sentences.\n", "Answer in one long sentence.\n", false)
                .rows()
                .getFirst();

        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(marked(row.before())).containsExactly("two short sentences");
        assertThat(marked(row.after())).containsExactly("one long sentence");
    }

    @Test
    void lettersOfOtherScriptsAreWordsToo() {
        DiffRow row = TextDiff.of("Prüfe die Größe\n", "Prüfe die Länge\n", false)
                .rows()
                .getFirst();

        assertThat(marked(row.after())).containsExactly("Länge");
    }

    @Test
    void aLineThatWasInsertedDoesNotDisturbThePairOfAChangedOne() {
        TextDiff diff = TextDiff.of(
                "Answer briefly in English.\n", "Be kind to everyone here.\nAnswer briefly in German.\n", false);

        assertThat(diff.rows()).extracting(DiffRow::kind).containsExactly(Kind.ADDED, Kind.CHANGED);
        assertThat(marked(diff.rows().getLast().after())).containsExactly("German");
    }

    @Test
    void linesThatHaveNothingInCommonAreNotMarked() {
        DiffRow row = TextDiff.of("alpha beta gamma\n", "One two three\n", false)
                .rows()
                .getFirst();

        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(marked(row.before())).isEmpty();
    }

    @Test
    void whiteSpaceIsIgnoredOnRequest() {
        String before = "a  b\r\n c\n";
        String after = "a b\nc  \n";

        assertThat(TextDiff.of(before, after, false).hunks()).hasSize(1);
        assertThat(TextDiff.of(before, after, true).isEmpty()).isTrue();
    }

    @Test
    void aMissingLastEndIsAChange() {
        DiffRow row = TextDiff.of("a\n", "a", false).rows().getFirst();

        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(row.before().end()).isEqualTo("\n");
        assertThat(row.after().end()).isEmpty();
    }

    @Test
    void oneChangeOfTwoIsApplied() {
        TextDiff diff = TextDiff.of("a\nb\nc\n", "A\nb\nC\n", false);

        assertThat(diff.apply(Set.of(0))).isEqualTo("A\nb\nc\n");
        assertThat(diff.apply(Set.of(1))).isEqualTo("a\nb\nC\n");
    }

    @Test
    void aLineAppendedAfterOneWithoutEndStandsOnItsOwn() {
        TextDiff diff = TextDiff.of("a\nb", "a\nb\nc\n", false);

        assertThat(diff.apply(Set.of(0))).isEqualTo("a\nb\nc\n");
    }

    @Test
    void allChangesGiveTheSecondTextAndNoneTheFirst() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String before = text(random);
            String after = text(random);
            TextDiff diff = TextDiff.of(before, after, false);
            Set<Integer> all = IntStream.range(0, diff.hunks().size()).boxed().collect(Collectors.toSet());

            assertThat(diff.apply(all)).isEqualTo(after);
            assertThat(diff.apply(Set.of())).isEqualTo(before);
        }
    }

    @Test
    void manyLinesThatAllDifferAreCompared() {
        String before =
                IntStream.range(0, 5_000).mapToObj(i -> "old line " + i + "\n").collect(Collectors.joining());
        String after =
                IntStream.range(0, 5_000).mapToObj(i -> "new text " + i + "\n").collect(Collectors.joining());

        assertThat(TextDiff.of(before, after, false).rows()).hasSize(5_000);
    }

    private static String text(Random random) {
        List<String> ends = List.of("\n", "\n", "\n", "\r\n");
        String lines = random.ints(random.nextInt(12), 0, 6)
                .mapToObj(i -> "line " + i + ends.get(random.nextInt(ends.size())))
                .collect(Collectors.joining());
        return random.nextBoolean() ? lines : lines + "the end";
    }

    private static List<String> marked(DiffSide side) {
        return side.marks().stream()
                .map(mark -> side.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
