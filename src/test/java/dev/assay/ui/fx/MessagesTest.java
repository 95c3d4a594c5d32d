package dev.assay.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that the window asks for is there, and none lies about unused. */
class MessagesTest {
    private static final Path CODE = Path.of("src/main/java/dev/assay/ui");
    private static final Path VIEWS = Path.of("src/main/resources/dev/assay/ui");
    private static final Pattern ASKED = Pattern.compile("Messages\\.get\\(\\s*\"([^\"]+)\"");
    private static final Pattern IN_VIEW = Pattern.compile("\"%([^\"]+)\"");

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        var asked = new TreeSet<String>();
        for (String text : sources(CODE, ".java")) {
            ASKED.matcher(text).results().forEach(match -> asked.add(match.group(1)));
        }
        for (String text : sources(VIEWS, ".fxml")) {
            IN_VIEW.matcher(text).results().forEach(match -> asked.add(match.group(1)));
        }

        assertThat(asked).isNotEmpty();
        assertThat(keys()).containsAll(asked);
    }

    @Test
    void noKeyIsUnused() throws IOException {
        String everything = String.join("\n", sources(CODE, ".java")) + String.join("\n", sources(VIEWS, ".fxml"));

        assertThat(keys())
                .allMatch(key -> everything.contains("\"" + key + "\"") || everything.contains("\"%" + key + "\""));
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        List<String> keys = Files.readAllLines(VIEWS.resolve("messages.properties")).stream()
                .filter(line -> line.matches("[a-z][a-zA-Z0-9.]* =.*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    private static TreeSet<String> keys() throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(VIEWS.resolve("messages.properties"))) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<String> sources(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessagesTest::read)
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
