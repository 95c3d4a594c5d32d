package dev.assay.settings.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsFileTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileThereIsNoLimit() {
        assertThat(BudgetsFile.read(folder.resolve("budgets.yaml"))).isEmpty();
    }

    @Test
    void limitsAreReadInTheirOrder() throws IOException {
        assertThat(
                        read(
                                "budgets:\n  - {per: day, usd: 5}\n  - {per: month, usd: 0.5, model: openai/gpt-4.1, warnAt: 0.5}\n"))
                .containsExactly(
                        new SpendingLimit(SpendingLimit.Per.DAY, new BigDecimal("5"), null, 0.8),
                        new SpendingLimit(
                                SpendingLimit.Per.MONTH, new BigDecimal("0.5"), ModelId.parse("openai/gpt-4.1"), 0.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "budgets: 5|budgets must be a list",
                "budgets: [{usd: 5}]|needs per and usd",
                "budgets: [{per: week, usd: 5}]|'week' but must be day or month",
                "budgets: [{per: day, usd: -5}]|'-5' but must be an amount",
                "budgets: [{per: day, usd: 5, warnAt: 2}]|'2' but must be a part",
                "budgets: [{per: day, usd: 5, model: gpt}]|gpt",
                "budgets: [{per: day, usd: 5, currency: eur}]|unknown setting",
            })
    void aMistakeIsNamedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("budgets.yaml:1:")
                .hasMessageContaining(message);
    }

    @Test
    void aTimeBeginsWithItsFirstDay() {
        LocalDate day = LocalDate.of(2026, 11, 27);

        assertThat(SpendingLimit.Per.DAY.first(day)).isEqualTo(day);
        assertThat(SpendingLimit.Per.MONTH.first(day)).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    private List<SpendingLimit> read(String text) throws IOException {
        Path file = folder.resolve("budgets.yaml");
        Files.writeString(file, text);
        return BudgetsFile.read(file);
    }
}
