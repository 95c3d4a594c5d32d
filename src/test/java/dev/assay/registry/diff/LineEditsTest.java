package dev.assay.registry.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.assist.Replacement;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineEditsTest {
    @Test
    void placesFarApartAreReplacedApart() {
        assertThat(LineEdits.between("one\ntwo\nthree\nfour\n", "0ne\ntwo\nthree\n4\n"))
                .containsExactly(new Replacement(0, 1, "0"), new Replacement(14, 18, "4"));
    }

    @Test
    void aChangeWithinALineIsOneSmallReplacement() {
        assertThat(LineEdits.between("one\ntwo\n", "one\ntwoo\n")).containsExactly(new Replacement(7, 7, "o"));
        assertThat(LineEdits.between("one\ntwo", "one\ntwoo")).hasSize(1);
        assertThat(LineEdits.between("one\n", "one\n")).isEmpty();
    }

    @Test
    void theReplacementsAlwaysLeadToTheOtherText() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(Replacement.apply(before, LineEdits.between(before, after)))
                    .isEqualTo(after);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("ab\n\n\ud83d\ude00".charAt(random.nextInt(4)));
            text.append(random.nextInt(3) == 0 ? "\n" : "");
        }
        return text.toString();
    }
}
