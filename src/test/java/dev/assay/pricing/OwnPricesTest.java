package dev.assay.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPricesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("prices.csv");
    }

    @Test
    void aRowOfTheWorkspaceGoesBeforeTheShippedOneAndOthersStay() throws IOException {
        Files.writeString(file, "provider,model,input,output\nopenai,gpt-4o,1,2\nmine,*,0.5,0.5\n");
        PriceTable table = PriceTable.with(file);

        assertThat(input(table, "openai/gpt-4o", DAY)).isEqualTo("1");
        assertThat(input(table, "openai/gpt-4o-mini", DAY)).isEqualTo("0.15");
        assertThat(input(table, "mine/anything", DAY)).isEqualTo("0.5");
    }

    @Test
    void outsideOfItsDaysTheShippedRowHolds() throws IOException {
        Files.writeString(file, "provider,model,from,to,input,output\nopenai,gpt-4o,2026-10-01,2026-10-31,1,2\n");
        PriceTable table = PriceTable.with(file);

        assertThat(input(table, "openai/gpt-4o", DAY)).isEqualTo("1");
        assertThat(input(table, "openai/gpt-4o", DAY.minusDays(1))).isEqualTo("2.5");
        assertThat(input(table, "openai/gpt-4o", DAY.plusMonths(1))).isEqualTo("2.5");
    }

    @Test
    void anAliasOfTheWorkspaceGoesBeforeAShippedModelOfThatName() throws IOException {
        Files.writeString(file, "provider,model,input,output,aliases\nopenai,ours,1,2,gpt-4o\n");

        assertThat(input(PriceTable.with(file), "openai/gpt-4o", DAY)).isEqualTo("1");
    }

    @Test
    void withoutAFileTheShippedTableHolds() {
        assertThat(PriceTable.with(file)).isSameAs(PriceTable.standard());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai,gpt-4o,,cheap,1      | input is 'cheap'",
                "openai,gpt-4o,,-1,1         | input is '-1'",
                "openai,gpt-4o,,,1           | input is empty",
                "openai,gpt-4o,tomorrow,1,1  | from is 'tomorrow'",
                ",gpt-4o,,1,1                | name no model",
                "a/b,gpt-4o,,1,1             | name no model",
            })
    void aMistakeIsNamedWithItsLine(String line, String message) throws IOException {
        Files.writeString(file, "# mine\nprovider,model,from,input,output\n" + line + "\n");

        assertThatThrownBy(() -> PriceTable.with(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("prices.csv:3")
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownColumnIsNamed() throws IOException {
        Files.writeString(file, "provider,model,inputs,output\nopenai,gpt-4o,1,1\n");

        assertThatThrownBy(() -> PriceTable.with(file)).hasMessageContaining("unknown column 'inputs'");
    }

    @Test
    void aLinkOutOfTheWorkspaceIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "provider,model,input,output\nx,y,1,1\n");
        Files.createSymbolicLink(file, secret);

        assertThatThrownBy(() -> PriceTable.with(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no ordinary file of the workspace");
    }

    @Test
    void aPriceThatIsSetGoesBeforeEarlierOnesAndRemarksStay() throws IOException {
        Files.writeString(file, "# ours\nprovider,model,from,input,output\n# old\nx,y,,1,1\n");
        OwnPrices.put(file, Map.of("provider", "x", "model", "y", "input", "2", "output", "2", "from", "2026-10-01"));

        PriceTable table = PriceTable.with(file);
        assertThat(input(table, "x/y", DAY)).isEqualTo("2");
        assertThat(input(table, "x/y", DAY.minusDays(1))).isEqualTo("1");
        assertThat(file).content().contains("# ours\n", "# old\n");
    }

    @Test
    void aWrongPriceLeavesTheFileAsItWas() throws IOException {
        OwnPrices.put(file, Map.of("provider", "x", "model", "y", "input", "2", "output", "2"));
        String before = Files.readString(file);

        assertThatThrownBy(() ->
                        OwnPrices.put(file, Map.of("provider", "x", "model", "y", "input", "dear", "output", "2")))
                .isInstanceOf(InputException.class);
        assertThat(file).hasContent(before.strip());
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }

    private static String input(PriceTable table, String model, LocalDate day) {
        return table.rowOf(ModelId.parse(model), day)
                .orElseThrow()
                .base()
                .inputPerMillion()
                .toPlainString();
    }
}
