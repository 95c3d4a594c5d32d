package dev.assay.ui.prompts.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void lineAndColumnLeadToAnOffset() {
        String text = "one\ntwo three\nfour";

        assertThat(text.substring(new Place("p", 2, 5, 5).start(text), new Place("p", 2, 5, 5).end(text)))
                .isEqualTo("three");
        assertThat(new Place("p", 1, 1, 0).start(text)).isZero();
        assertThat(new Place("p", 3, 5, 0).start(text)).isEqualTo(text.length());
    }

    @Test
    void aTextThatHasBecomeShorterLeadsToTheNearestPlace() {
        String text = "one\ntwo\n";

        assertThat(new Place("p", 2, 40, 9).start(text)).isEqualTo(7);
        assertThat(new Place("p", 2, 2, 90).end(text)).isEqualTo(7);
        assertThat(new Place("p", 9, 1, 3).start(text)).isEqualTo(8);
        assertThat(new Place("p", 9, 1, 3).end(text)).isEqualTo(8);
        assertThat(new Place("p", 1, 1, 1).start("")).isZero();
    }
}
