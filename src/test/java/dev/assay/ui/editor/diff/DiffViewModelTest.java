package dev.assay.ui.editor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.diff.DiffRow.Kind;
import dev.assay.ui.fx.Tasks;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {
    private final DiffViewModel diff = new DiffViewModel(new Tasks(Runnable::run, Runnable::run));

    @Test
    void linesFarFromAnyChangeAreFoldedAndComeBack() {
        diff.show(lines(40), lines(40).replace("line 20\n", "changed 20\n"));

        assertThat(diff.items()).hasSize(1 + 3 + 1 + 3 + 1);
        assertThat(diff.items().getFirst()).isEqualTo(new DiffItem.Fold(0, 17));
        assertThat(diff.items().getLast()).isEqualTo(new DiffItem.Fold(24, 16));

        diff.unfold(new DiffItem.Fold(0, 17));

        assertThat(diff.items()).hasSize(20 + 1 + 3 + 1);
    }

    @Test
    void textsWithoutDifferenceAreShownWhole() {
        diff.show(lines(40), lines(40));

        assertThat(diff.items()).hasSize(40);
    }

    @Test
    void inOneColumnAllThatWentComesBeforeAllThatCame() {
        diff.inlineProperty().set(true);

        diff.show("one two\nthree four\n", "one 2\nthree 4\n");

        assertThat(diff.items())
                .extracting(item -> ((DiffItem.Single) item).kind())
                .containsExactly(Kind.REMOVED, Kind.REMOVED, Kind.ADDED, Kind.ADDED);
    }

    @Test
    void theKeysGoFromChangeToChange() {
        diff.show("a\nb\nc\nd\ne\n", "A\nb\nc\nD\ne\n");

        assertThat(diff.change(-1, 1)).isZero();
        assertThat(diff.change(0, 1)).isEqualTo(3);
        assertThat(diff.change(3, 1)).isEqualTo(-1);
        assertThat(diff.change(5, -1)).isEqualTo(3);
        assertThat(diff.change(3, -1)).isZero();
    }

    @Test
    void eachSideCanBeCopied() {
        diff.show("a\nb\n", "a\nb\nc\n");

        assertThat(diff.texts(diff.items(), true)).containsExactly("a", "b");
        assertThat(diff.texts(diff.items(), false)).containsExactly("a", "b", "c");
    }

    @Test
    void whiteSpaceIsIgnoredOnRequest() {
        diff.show("a b\n", "a  b\n");
        assertThat(diff.diffProperty().get().isEmpty()).isFalse();

        diff.ignoreSpaceProperty().set(true);

        assertThat(diff.diffProperty().get().isEmpty()).isTrue();
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
