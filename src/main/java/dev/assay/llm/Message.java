package dev.assay.llm;

import java.util.List;
import java.util.stream.Collectors;

/** One message of a conversation; its type is its role, so that no role is ever read out of text. */
public sealed interface Message {

    /** The content in order; never empty. */
    List<ContentPart> parts();

    /** The role that the type stands for. */
    Role role();

    /** The text parts joined, without media. */
    default String text() {
        return parts().stream()
                .filter(ContentPart.Text.class::isInstance)
                .map(part -> ((ContentPart.Text) part).text())
                .collect(Collectors.joining());
    }

    /** A message of the given role. */
    static Message of(Role role, List<ContentPart> parts) {
        return switch (role) {
            case SYSTEM -> new System(parts);
            case USER -> new User(parts);
            case ASSISTANT -> new Assistant(parts);
            case TOOL -> new Tool(parts);
        };
    }

    /** A message of the given role with one text part. */
    static Message of(Role role, String text) {
        return of(role, List.of(new ContentPart.Text(text)));
    }

    /** Instructions that frame the whole conversation. */
    record System(List<ContentPart> parts) implements Message {
        public System {
            parts = requireParts(parts);
        }

        @Override
        public Role role() {
            return Role.SYSTEM;
        }
    }

    /** What the person asks. */
    record User(List<ContentPart> parts) implements Message {
        public User {
            parts = requireParts(parts);
        }

        @Override
        public Role role() {
            return Role.USER;
        }
    }

    /** What the model answered earlier, or the beginning it is to go on from. */
    record Assistant(List<ContentPart> parts) implements Message {
        public Assistant {
            parts = requireParts(parts);
        }

        @Override
        public Role role() {
            return Role.ASSISTANT;
        }
    }

    /** What a tool gave back. */
    record Tool(List<ContentPart> parts) implements Message {
        public Tool {
            parts = requireParts(parts);
        }

        @Override
        public Role role() {
            return Role.TOOL;
        }
    }

    private static List<ContentPart> requireParts(List<ContentPart> parts) {
        if (parts.isEmpty()) {
            throw new InputException("A message needs at least one part");
        }
        return List.copyOf(parts);
    }
}
