package dev.assay.registry.commit;

import dev.assay.llm.InputException;
import dev.assay.registry.git.ExternalProgram;
import dev.assay.registry.git.GitFailures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.QuotedString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hooks of a repository, run as git runs them: in the top folder, and with the index that is about to be committed. */
final class Hooks {
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    /** Some hooks run a whole test suite. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Repository repository;

    Hooks(Repository repository) {
        this.repository = repository;
    }

    /**
     * Runs a hook that may refuse the commit.
     *
     * @param index the index file that the hook sees
     * @throws InputException where it refuses, with what it said
     */
    void ask(String name, Path index, String... arguments) throws IOException {
        File hook = find(name);
        if (hook == null) {
            return;
        }
        ExternalProgram.Result result = run(hook, Map.of(Constants.GIT_INDEX_FILE_KEY, index.toString()), arguments);
        if (!result.isDone()) {
            String said = Stream.of(result.errors(), result.text())
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("; "));
            throw new InputException("The " + name + " hook of this repository refused the commit: "
                    + (said.isEmpty() ? "it ended with status " + result.status() : said));
        }
    }

    /** Runs a hook that is told what was done and cannot prevent it. */
    void tell(String name) {
        File hook = find(name);
        if (hook == null) {
            return;
        }
        try {
            ExternalProgram.Result result = run(hook, Map.of());
            if (!result.isDone()) {
                LOG.warn("The {} hook failed: {}", name, result.reason());
            }
        } catch (IOException e) {
            LOG.warn("The {} hook could not be run: {}", name, GitFailures.reason(e));
        }
    }

    private @Nullable File find(String name) {
        // Where the system has no shell for them, git's hooks are of no use.
        return repository.getFS().supportsExecute() ? repository.getFS().findHook(repository, name) : null;
    }

    private ExternalProgram.Result run(File hook, Map<String, String> more, String... arguments) throws IOException {
        FS files = repository.getFS();
        List<String> command = files.runInShell(QuotedString.BOURNE.quote(hook.getAbsolutePath()), arguments)
                .command();
        var environment = new HashMap<>(more);
        environment.put(Constants.GIT_DIR_KEY, repository.getDirectory().getAbsolutePath());
        environment.put("GIT_EDITOR", ":");
        return new ExternalProgram(command, repository.getWorkTree().toPath(), environment, PATIENCE).run(new byte[0]);
    }
}
