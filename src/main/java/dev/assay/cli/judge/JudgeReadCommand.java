package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.InputFile;
import dev.assay.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay judge read}: what the reader makes of replies. */
@Command(
        name = "read",
        description = {
            "Shows what Assay reads in the replies of judges, and why where it reads nothing.",
            "Each line of FILE is one of:",
            "  {\"reply\": \"...\", \"scale_min\": 1, \"scale_max\": 5}",
            "  {\"reply\": \"...\", \"choices\": [\"A\", \"B\", \"tie\"]}"
        })
final class JudgeReadCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A file of JSON lines.")
    private String file = "";

    JudgeReadCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        var lines = new ArrayList<String>();
        List<String> replies = InputFile.text(session, file).lines().toList();
        for (int i = 0; i < replies.size(); i++) {
            if (!replies.get(i).isBlank()) {
                ObjectNode read = ReplyLine.parse(file, i + 1, replies.get(i)).read();
                document.add(read);
                lines.add(text(read));
            }
        }
        session.print(document, lines);
    }

    private static String text(ObjectNode read) {
        String found = read.path(read.has("choice") ? "choice" : "score").asText();
        return "line " + read.get("line") + ": "
                + (read.get("why").isNull()
                        ? found
                        : "not scored: " + read.get("why").asText());
    }
}
