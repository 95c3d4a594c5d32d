package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.ColumnArguments;
import dev.assay.exchange.table.columns.ColumnGuess;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.llm.InputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {
    private static final List<String> HEADER = List.of("Ticket ID", "Customer_Text", "tone", "Correct Answer", "");

    @Test
    void columnsAreMatchedWithInputsByName() {
        assertThat(ColumnGuess.of(HEADER, List.of("text", "tone")).targets())
                .isEqualTo(Map.of(1, "text", 2, "tone", 3, "expected"));
        assertThat(ColumnGuess.of(List.of("Größe", "groesse", "GROSSE"), List.of("größe", "grosse"))
                        .targets())
                .isEqualTo(Map.of(0, "größe", 2, "grosse"));
    }

    @Test
    void anExactNameWinsOverOneThatIsMerelyAlike() {
        assertThat(ColumnGuess.of(List.of("customer text", "text", "answer"), List.of("text", "answer"))
                        .targets())
                .isEqualTo(Map.of(1, "text", 2, "answer"));
    }

    @Test
    void theOnlyColumnIsTheOnlyInputWhateverItIsCalled() {
        assertThat(ColumnGuess.of(List.of("prompt", "ideal"), List.of("letter")).targets())
                .isEqualTo(Map.of(0, "letter", 1, "expected"));
        assertThat(ColumnGuess.of(List.of("a", "b"), List.of("letter")).targets())
                .isEmpty();
    }

    @Test
    void tagsAndWhatCasesShareAreKnownByTheirNamesUnlessAnInputIsCalledSo() {
        assertThat(ColumnGuess.of(List.of("text", "Labels", "Group ID"), List.of("text", "tone"))
                        .targets())
                .isEqualTo(Map.of(0, "text", 1, "__tags", 2, "__cluster"));
        assertThat(ColumnGuess.of(List.of("text", "tags"), List.of("text", "tags"))
                        .targets())
                .isEqualTo(Map.of(0, "text", 1, "tags"));
    }

    @Test
    void theFitTellsWhichPromptATableIsFor() {
        assertThat(ColumnGuess.fit(HEADER, List.of("text", "tone"))).isEqualTo(2);
        assertThat(ColumnGuess.fit(HEADER, List.of("subject"))).isZero();
    }

    @Test
    void argumentsNameColumnsByNameOrNumber() {
        assertThat(ColumnArguments.read(
                                ColumnMapping.AS_IT_IS,
                                HEADER,
                                List.of("Customer_Text=text", "5=", "Correct Answer=expected"))
                        .targets())
                .isEqualTo(Map.of(1, "text", 4, "", 3, "expected"));
        assertThatThrownBy(() -> ColumnArguments.read(ColumnMapping.AS_IT_IS, HEADER, List.of("tne=x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("did you mean tone?");
        assertThatThrownBy(() -> ColumnArguments.read(ColumnMapping.AS_IT_IS, HEADER, List.of("tone")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("COLUMN=INPUT");
    }

    @Test
    void pastedTablesAreToldByTheirSeparatorsAlsoBetweenQuotes() {
        assertThat(Imports.detect(ImportSource.pasted("\"a, b\",\"c\"\n1,2\n", "t")))
                .contains(Format.CSV);
        assertThat(Imports.detect(ImportSource.pasted("\"a, b\"\n1\n", "t"))).isEmpty();
    }

    @Test
    void anInputWithoutColumnIsTold() {
        ImportSource source = ImportSource.pasted("text;answer\nHi;ok\n", "t");
        ImportResult result = Imports.read(
                Format.CSV,
                source,
                new ImportOptions(
                        ColumnGuess.of(TablePreview.of(source, 3).header(), List.of("text", "tone")),
                        List.of("text", "tone")));

        assertThat(Sample.of(result, Outcome.NEEDS_HAND))
                .singleElement()
                .asString()
                .contains("input 'tone'");
        assertThat(result.datasets().getFirst().text()).isEqualTo("text,expected\nHi,ok\n");
    }
}
