package dev.assay.provider.bedrock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one section of a file of profiles as AWS's tools write it. */
final class AwsProfile {
    private AwsProfile() {}

    /** The values of a section by name; none where the file or the section is not there. */
    static Map<String, String> read(Path file, String section) {
        var values = new HashMap<String, String>();
        boolean within = false;
        for (String line : lines(file)) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[")) {
                int end = text.indexOf(']');
                within = end > 0 && text.substring(1, end).strip().equals(section);
            } else if (within && equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                String value = text.substring(equals + 1).replaceFirst("\\s[#;].*", "");
                values.put(text.substring(0, equals).strip(), value.strip());
            }
        }
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            // What cannot be read holds no keys for us: whoever asks says then that there are none.
            return List.of();
        }
    }
}
