package dev.assay.workbench;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds and creates workspaces. */
public final class Workspaces {

    private Workspaces() {}

    /**
     * The workspace to use: the one named, else the nearest folder upward that holds {@code providers.yaml} or
     * {@code .assay}, else the user's default one ({@code Assay} in the home folder). It is created with the sample
     * prompts and a first commit where it does not exist.
     *
     * @param named the folder that the user named, or null
     * @param current the current folder
     * @param environment the environment variables; {@code HOME} wins over Java's idea of the home folder
     */
    public static Path locate(@Nullable Path named, Path current, Map<String, String> environment) {
        throw new UnsupportedOperationException();
    }
}
