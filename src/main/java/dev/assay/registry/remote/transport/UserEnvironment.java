package dev.assay.registry.remote.transport;

import java.nio.file.Path;
import java.util.Map;

/**
 * What of the user an exchange with a remote needs.
 *
 * @param terminal whether programs such as ssh may ask the user in the terminal
 * @param variables the environment variables
 * @param home the home folder
 */
public record UserEnvironment(boolean terminal, Map<String, String> variables, Path home) {
    public UserEnvironment {
        variables = Map.copyOf(variables);
    }

    /** That of this process. */
    public static UserEnvironment ofProcess(boolean terminal) {
        return new UserEnvironment(terminal, System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
