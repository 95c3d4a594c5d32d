package dev.assay.provider.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into the data of its events. */
public interface EventReader {

    /** The data of the next event, never blank, or null at the end of the stream. */
    @Nullable
    String next() throws IOException;

    /** Every line that is not blank is an event. */
    static EventReader ofLines(LineReader lines) {
        return () -> {
            String line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line;
        };
    }

    /**
     * Server-sent events by the HTML standard, and somewhat beyond it: the last event counts even where no blank line
     * follows it, and a comment that a proxy wrapped into {@code data:} is skipped. The event's name is not needed: all
     * protocols repeat it in the data.
     */
    static EventReader ofServerSentEvents(LineReader lines) {
        return () -> {
            List<String> data = new ArrayList<>();
            String line = lines.next();
            while (line != null) {
                if (line.startsWith("data:")) {
                    String value = line.substring(line.startsWith("data: ") ? 6 : 5);
                    if (!data.isEmpty() || !value.startsWith(":")) {
                        data.add(value);
                    }
                } else if (line.isEmpty() && !isNothing(data)) {
                    break;
                } else if (line.isEmpty()) {
                    data.clear();
                }
                line = lines.next();
            }
            return isNothing(data) ? null : String.join("\n", data);
        };
    }

    private static boolean isNothing(List<String> data) {
        return data.stream().allMatch(String::isBlank);
    }
}
