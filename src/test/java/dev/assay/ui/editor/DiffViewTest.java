package dev.assay.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffViewTest {
    @ParameterizedTest
    @CsvSource({
        "+++ b/p.prompt, diff-head",
        "--- a/p.prompt, diff-head",
        "'@@ -1 +1 @@', diff-place",
        "+new, diff-added",
        "-old, diff-removed",
        "' same', diff-same",
        "'', diff-same",
    })
    void linesAreColouredByWhatTheyDo(String line, String style) {
        assertThat(DiffView.styleOf(line)).isEqualTo(style);
    }
}
