package dev.assay.exchange.chat;

import dev.assay.llm.Role;
import java.util.Locale;
import java.util.Optional;

/** The names that other tools give to roles. */
public final class Roles {
    private Roles() {}

    /** The role of that name. */
    public static Optional<Role> find(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "system", "developer" -> Optional.of(Role.SYSTEM);
            case "user", "human" -> Optional.of(Role.USER);
            case "assistant", "ai", "model", "gpt", "bot", "chatbot" -> Optional.of(Role.ASSISTANT);
            case "tool", "function" -> Optional.of(Role.TOOL);
            default -> Optional.empty();
        };
    }

    /** The name that most tools know a role by. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
