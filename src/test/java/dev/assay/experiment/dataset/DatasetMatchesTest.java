package dev.assay.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.dataset.DatasetMatches.Place;
import org.junit.jupiter.api.Test;

class DatasetMatchesTest {
    private static final DatasetDocument ROWS =
            DatasetDocument.parse("t.csv", "a,b\nGr\u00dcN,x\nx,\"gr\u00fcn\nund rot\"\nblau,(gr\u00fcn)\n");

    @Test
    void aTextIsFoundInAllCellsWhateverItsCase() {
        DatasetMatches found = DatasetMatches.of(ROWS, "gr\u00fcn");

        assertThat(found.size()).isEqualTo(3);
        assertThat(found.has(1, 1)).isTrue();
        assertThat(found.has(1, 0)).isFalse();
        assertThat(DatasetMatches.of(ROWS, "(").size()).isOne();
        assertThat(DatasetMatches.of(ROWS, "").size()).isZero();
    }

    @Test
    void stepsGoAroundTheEnds() {
        DatasetMatches found = DatasetMatches.of(ROWS, "gr\u00fcn");

        assertThat(found.from(0, 0)).isEqualTo(new Place(0, 0));
        assertThat(found.after(0, 0)).isEqualTo(new Place(1, 1));
        assertThat(found.after(2, 1)).isEqualTo(new Place(0, 0));
        assertThat(found.before(0, 0)).isEqualTo(new Place(2, 1));
        assertThat(found.number(2, 1)).isEqualTo(3);
        assertThat(found.number(0, 1)).isZero();
        assertThat(DatasetMatches.NONE.after(0, 0)).isNull();
    }
}
