package dev.assay.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "nmae, name", // swapped
        "nam, name",
        "namee, name",
        "nane, name",
        "NAME, name",
        "temprature, temperature",
        "tmeperatrue, temperature",
        "eman, ''",
        "x, ''",
        "subject_line, ''"
    })
    void aNameWithFewTypingMistakesIsFound(String written, String expected) {
        assertThat(NearestName.find(written, List.of("name", "temperature", "subject"))
                        .orElse(""))
                .isEqualTo(expected);
    }
}
