package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.remote.Cloned;
import dev.assay.registry.remote.Cloner;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and creates workspaces. */
public final class Workspaces {
    /** The file that names the providers; it also marks a folder as a workspace. */
    public static final String PROVIDERS = "providers.yaml";

    /** The workspace's own price list. */
    public static final String PRICES = "prices.csv";

    /** The folder that holds what is not committed. */
    public static final String PRIVATE_FOLDER = ".assay";

    private Workspaces() {}

    /** The workspace to use, as {@link #locate(Path, Path, Map, Consumer)} finds it, without a word on creating it. */
    public static Path locate(@Nullable Path named, Path current, Map<String, String> environment) {
        return locate(named, current, environment, created -> {});
    }

    /**
     * The workspace to use: the one named, else the nearest folder upward that holds {@code providers.yaml} or
     * {@code .assay}, else the user's default one ({@code Assay} in the home folder). The named and the default one are
     * created with the sample prompts and a first commit where they are absent or empty; one that is in a git repository
     * is used as it is.
     *
     * @param named the folder that the user named, or null
     * @param current the current folder
     * @param environment the environment variables; {@code HOME} wins over Java's idea of the home folder
     * @param created hears of a workspace that had to be created
     * @throws InputException where the folder has content but is in no git repository
     * @throws StorageException where it cannot be created
     */
    public static Path locate(
            @Nullable Path named, Path current, Map<String, String> environment, Consumer<Path> created) {
        Path start = current.toAbsolutePath().normalize();
        return named == null && enclosing(start).isPresent()
                ? place(named, current, environment)
                : prepared(place(named, current, environment), created);
    }

    /** Where the workspace is, or would be made: nothing is made, and nothing need be there. */
    public static Path place(@Nullable Path named, Path current, Map<String, String> environment) {
        Path start = current.toAbsolutePath().normalize();
        if (named != null) {
            return start.resolve(named).normalize();
        }
        return enclosing(start).orElseGet(() -> home(environment).resolve("Assay"));
    }

    /**
     * Makes a workspace out of a remote repository.
     *
     * @param url where it is; a path, https://host/path or git@host:path
     * @param folder where to; absent or empty
     * @param terminal whether programs such as ssh may ask the user in the terminal
     * @throws InputException where the user has to mend something
     * @throws StorageException where disk or network fail
     * @throws dev.assay.llm.CancelledException where the user stopped it; nothing is left of it then
     */
    public static Cloned clone(String url, Path folder, boolean terminal, CredentialPrompt prompt, Progress progress) {
        return new Cloner(UserEnvironment.ofProcess(terminal)).clone(url, folder, prompt, progress);
    }

    private static Optional<Path> enclosing(Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve(PROVIDERS))
                        || Files.isDirectory(folder.resolve(PRIVATE_FOLDER)))
                .findFirst();
    }

    private static Path prepared(Path folder, Consumer<Path> created) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException(folder + " is a file: name a folder as the workspace");
        }
        if (isAbsentOrEmpty(folder)) {
            SampleWorkspace.create(folder);
            created.accept(folder);
            return folder;
        }
        boolean inRepository = Stream.iterate(folder, parent -> parent != null, Path::getParent)
                .anyMatch(parent -> Files.exists(parent.resolve(".git")));
        if (!inRepository) {
            throw new InputException(folder + " is not in a git repository: run git init there,"
                    + " or name an empty folder with --workspace to start from the samples");
        }
        return folder;
    }

    private static boolean isAbsentOrEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new StorageException("Cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home).toAbsolutePath();
    }
}
