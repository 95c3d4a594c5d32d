package dev.assay.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SafeWriterTest {
    @Test
    void aTerminalIsNotSteeredByWhatItShows() {
        var shown = new StringWriter();
        try (var writer = new PrintWriter(new SafeWriter(shown))) {
            writer.println("red \u001b[31m, bell \u0007, csi \u009b2J, tab\t, umlaut ä, 🙂");
            writer.print("100 %\rover\r\n");
            writer.write(0x1b);
            writer.write(new char[] {'a', '\u001b', 'b'});
        }

        assertThat(shown.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("red �[31m, bell �, csi �2J, tab\t, umlaut ä, 🙂\n100 %�over\r\n�a�b");
    }
}
