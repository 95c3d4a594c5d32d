package dev.assay.exchange.results.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.exchange.results.SampleComparison;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonCsvTest {
    private final String csv = ComparisonCsv.of(SampleComparison.create());

    @Test
    void textWithQuotesCommasAndLineEndsComesBackWhole() throws IOException {
        Map<String, String> row = rows().get(0);

        assertThat(row).containsEntry("output", "Ship it, said \"Anna\",\nand left.");
        assertThat(row).containsEntry("input.title", "Launch, part 2");
        assertThat(row).containsEntry("relevance", "0.75");
        assertThat(row).containsEntry("coherence", "");
        assertThat(row).containsEntry("coherence.unscored", "the reply has no score");
    }

    @Test
    void aFailedCellIsARowToo() throws IOException {
        Map<String, String> row = rows().get(1);

        assertThat(row).containsEntry("variant", "B");
        assertThat(row).containsEntry("errorType", "unreachable");
        assertThat(row).containsEntry("costUsd", "");
    }

    @Test
    void rowsEndAsTheStandardSays() {
        assertThat(csv).endsWith("\r\n");
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("run,variant,prompt,revision,model,case,repeat,");
    }

    private List<Map<String, String>> rows() throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }
}
