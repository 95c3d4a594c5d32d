package dev.assay.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowRequirementsTest {

    @Test
    void withoutADisplayOneLineSaysSo() {
        assertThat(WindowRequirements.problemOnLinux(Map.of("DISPLAY", "")))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("DISPLAY is not set").doesNotContain("\n"));
    }
}
