package dev.assay.prompt.template;

import dev.assay.llm.NearestName;
import dev.assay.llm.Role;
import java.util.List;
import java.util.Optional;

/** The names of roles in a prompt file. */
public final class RoleName {
    private static final List<String> NAMES = List.of("system", "user", "model", "tool", "assistant");

    private RoleName() {}

    /** The role of that name. */
    public static Optional<Role> find(String name) {
        return switch (name) {
            case "system" -> Optional.of(Role.SYSTEM);
            case "user" -> Optional.of(Role.USER);
            case "model", "assistant" -> Optional.of(Role.ASSISTANT);
            case "tool" -> Optional.of(Role.TOOL);
            default -> Optional.empty();
        };
    }

    /** What to say about a name that is no role. */
    public static String mend(String name) {
        return NearestName.find(name, NAMES)
                .map(near -> "there is no role '" + name + "'; did you mean " + near + "?")
                .orElse("there is no role '" + name + "': use system, user, model or tool");
    }
}
