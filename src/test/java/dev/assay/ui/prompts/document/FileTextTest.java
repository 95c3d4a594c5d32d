package dev.assay.ui.prompts.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a\r\n", "a\r\nb\nc\rd", "\ufeffa\r\nb", "\ufeff", "\r\r\n\n\r", "a\n\r\nb"})
    void whatIsNotEditedComesBackAsItWas(String file) {
        assertThat(FileText.forFile(FileText.forEditor(file), file)).isEqualTo(file);
    }

    @Test
    void linesAddedAndRemovedLeaveTheOthersAlone() {
        String file = "a\r\nb\nc\r\n\nd\r\n";

        assertThat(FileText.forFile("new\na\nc\nnew\n\nd\nend", file)).isEqualTo("new\r\na\r\nc\r\nnew\r\n\nd\r\nend");
    }

    @Test
    void linesAddedToAFileWithoutAnyEndLikeThoseOfUnix() {
        assertThat(FileText.forFile("a\nb\n", "a")).isEqualTo("a\nb\n");
    }

    @Test
    void aFileWithOneKindOfEndKeepsItHoweverItIsEdited() {
        assertThat(FileText.forFile("x\nb\n\ny", "a\r\nb\r\n")).isEqualTo("x\r\nb\r\n\r\ny");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anInsertedLineChangesNoOther(long seed) {
        var random = new Random(seed);
        var ends = new String[] {"\n", "\r\n", "\r"};
        var lines = IntStream.range(0, 40)
                .mapToObj(i -> "line " + random.nextInt(5) + " ")
                .toList();
        String file = lines.stream().map(line -> line + ends[random.nextInt(3)]).collect(Collectors.joining());
        // The space keeps a carriage return from meeting the line feed of an empty line.
        int at = random.nextInt(lines.size());
        int offset = IntStream.range(0, at).map(i -> lines.get(i).length() + 1).sum();
        String edited = new StringBuilder(FileText.forEditor(file))
                .insert(offset, "new\n")
                .toString();

        String saved = FileText.forFile(edited, file);

        assertThat(saved.replaceFirst("new(\r\n|\r|\n)", "")).isEqualTo(file);
    }
}
