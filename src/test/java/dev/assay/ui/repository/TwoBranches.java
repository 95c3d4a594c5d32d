package dev.assay.ui.repository;

import dev.assay.registry.git.Author;
import dev.assay.workbench.Repository;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;

/** A workspace whose branches main and trial give the same key different values; main is checked out. */
public record TwoBranches(Workbench workbench, Repository repository) implements AutoCloseable {
    public static final String FILE = "prompts/greet.prompt";

    /** Makes it. */
    public static TwoBranches in(Path folder) throws IOException {
        Path root = folder.resolve("workspace");
        Workspaces.locate(root, folder, Map.of());
        try (var git = Git.open(root.toFile())) {
            var config = git.getRepository().getConfig();
            config.setString("user", null, "name", "Ada");
            config.setString("user", null, "email", "ada@example.org");
            config.save();
        }
        Workbench workbench = Workbench.open(root, "a test", notice -> {});
        var made = new TwoBranches(workbench, workbench.repository(false));
        made.commit(0, "Say hello.");
        made.repository.createBranch("trial", null);
        made.repository.switchTo("trial", false);
        made.commit(2, "Say hello in one line.");
        made.repository.switchTo("main", false);
        made.commit(1, "Say hello and smile.");
        return made;
    }

    /** Edits the prompt. */
    public void save(int temperature, String body) {
        workbench
                .registry()
                .save(
                        "greet",
                        "---\nmodel: offline/brief\nconfig:\n  temperature: " + temperature + "\n---\n" + body + "\n");
    }

    /** Edits the prompt and commits it. */
    public void commit(int temperature, String body) {
        save(temperature, body);
        workbench.registry().commit(List.of(FILE), "Set " + temperature, new Author("Ada", "ada@example.org"));
    }

    @Override
    public void close() {
        workbench.close();
    }
}
