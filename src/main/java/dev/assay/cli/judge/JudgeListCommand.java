package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.judge.rubric.RubricSettings;
import dev.assay.workbench.judges.JudgeFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay judge list}: the judges of the workspace. */
@Command(name = "list", description = "Lists the judges of the workspace, judges/NAME.yaml.")
final class JudgeListCommand implements Runnable {
    private final Session session;

    JudgeListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        var files = session.judges();
        List<JudgeFile> judges =
                files.names().stream().map(files::file).map(files::read).toList();
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        var lines = new ArrayList<String>();
        for (JudgeFile judge : judges) {
            String description = String.valueOf(judge.fields().getOrDefault(RubricSettings.DESCRIPTION, ""));
            document.addObject()
                    .put("name", judge.name())
                    .put("version", judge.version())
                    .put("description", description)
                    .put("problems", judge.problems().size());
            lines.add(judge.name() + "  "
                    + (judge.problems().isEmpty() ? description : "cannot be used: assay judge check " + judge.name()));
        }
        if (judges.isEmpty()) {
            lines.add("The workspace has no judges of its own: write judges/NAME.yaml with description and anchors.");
        }
        session.print(document, lines);
    }
}
