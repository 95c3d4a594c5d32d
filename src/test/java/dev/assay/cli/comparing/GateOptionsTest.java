package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.gate.ScoreFloor;
import dev.assay.llm.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateOptionsTest {

    @Test
    void aFloorIsReadFromText() {
        assertThat(GateOptions.floor("coherence=.5", List.of("coherence"))).isEqualTo(new ScoreFloor("coherence", 0.5));
    }

    @Test
    void aFloorThatNobodyJudgesIsRefused() {
        assertThatThrownBy(() -> GateOptions.floor("beauty=0.5", List.of("coherence")))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("beauty", "judged are coherence");
    }
}
