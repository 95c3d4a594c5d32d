package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.Neighbours;
import dev.assay.exchange.source.SourceText;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingTest {
    private static final int ROWS = 200_000;

    /** A long text that is never in memory as a whole. */
    private record Lines(String header, String row) implements SourceText {
        @Override
        public Reader open() {
            return new Reader() {
                private String left = header;
                private int rows;

                @Override
                public int read(char[] buffer, int offset, int length) {
                    if (left.isEmpty()) {
                        if (rows++ == ROWS) {
                            return -1;
                        }
                        left = row;
                    }
                    int count = Math.min(length, left.length());
                    left.getChars(0, count, buffer, offset);
                    left = left.substring(count);
                    return count;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public String all() {
            throw new AssertionError("A table must be read row by row");
        }

        @Override
        public long size() {
            return header.length() + (long) ROWS * row.length();
        }
    }

    /** Counts characters and keeps none. */
    private static final class Counter implements Appendable {
        private long lines;

        @Override
        public Appendable append(CharSequence text) {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            lines += text.subSequence(start, end).chars().filter(c -> c == '\n').count();
            return this;
        }

        @Override
        public Appendable append(char c) {
            return append(String.valueOf(c));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "CSV | a,b~ | \"x, 1\",some more text here~",
                "JSONL | ^^ | {\"a\": \"x\", \"b\": 1}~",
                "CHAT_JSONL | ^^ | {\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\", \"content\": \"Ho\"}]}~"
            })
    void tablesAreReadAndWrittenRowByRow(Format format, String header, String row) throws IOException {
        ImportSource source = source(header.replace('~', '\n'), row.replace('~', '\n'));
        ImportedDataset dataset =
                Imports.read(format, source, ImportOptions.DEFAULTS).datasets().getFirst();
        var out = new Counter();
        dataset.content().writeTo(out);

        assertThat(dataset.cases()).isEqualTo(ROWS);
        assertThat(out.lines).isEqualTo(dataset.ending().equals("csv") ? ROWS + 1 : ROWS);
        assertThat(dataset.content().head(50)).hasSize(50);
    }

    @Test
    void whoeverWatchesIsToldHowFarItIsAndMayStopIt() {
        List<Double> parts = new ArrayList<>();
        ImportSource source = source("a,b\n", "1,2\n");
        Imports.read(Format.CSV, source.watched(parts::add), ImportOptions.DEFAULTS);

        assertThat(parts).hasSizeGreaterThan(5).isSorted().allMatch(part -> part > 0 && part <= 1);
        ImportSource stopped = source.watched(part -> {
            throw new CancelledException("stopped");
        });
        assertThatThrownBy(() -> Imports.read(Format.CSV, stopped, ImportOptions.DEFAULTS))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aFileThatIsNotUtf8IsToldWithLineAndColumnAlsoFarIn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write("\ufeffa,b\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                out.write("ä,2\n".getBytes(StandardCharsets.UTF_8));
            }
            out.write(new byte[] {'x', ',', (byte) 0xE4, '\n'});
        }

        assertThatThrownBy(() -> Imports.read(Format.CSV, ImportFile.read(file, "t.csv"), ImportOptions.DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("t.csv:50002:3");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "\ufeffa;b\n1;2\n");
        ImportResult result = Imports.read(Format.CSV, ImportFile.read(file, "t.csv"), ImportOptions.DEFAULTS);

        assertThat(result.datasets().getFirst().text()).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void aFileThatIsTooLargeForItsFormatIsTold(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chat.json");
        try (var channel = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(11L << 20);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }

        assertThatThrownBy(() -> ImportFile.read(file, "chat.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("11 MB")
                .hasMessageContaining("10 MB");
    }

    private static ImportSource source(String header, String row) {
        return new ImportSource("t", new Lines(header, row), "t", Neighbours.NONE);
    }
}
