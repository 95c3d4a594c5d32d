package dev.assay.exchange.handlebars;

import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a conversation as the body of a prompt file. Used once. */
public final class HandlebarsWriter {
    private final BodyLayout body = new BodyLayout();
    private final HandlebarsNames names = new HandlebarsNames();

    private HandlebarsWriter() {}

    /** The body of a prompt file that renders to exactly these turns. */
    public static String write(List<Turn> turns) {
        var writer = new HandlebarsWriter();
        for (int i = 0; i < turns.size(); i++) {
            switch (turns.get(i)) {
                case Turn.History history -> writer.history(i > 0 ? turns.get(i - 1) : null);
                case Turn.Placeholder placeholder ->
                    writer.placeholder(placeholder.input(), i > 0 ? turns.get(i - 1) : null);
                case Turn.Message message ->
                    writer.message(message, i > 0 ? turns.get(i - 1) : null, turns.size() == 1);
            }
        }
        return writer.body.write();
    }

    private void history(@Nullable Turn before) {
        separate(before);
        body.output(endsTight(before) ? "{{~history~}}" : "{{history~}}");
        body.separator("\n");
    }

    private void placeholder(String input, @Nullable Turn before) {
        boolean tight = endsTight(before);
        body.separator(tight ? "\n\n" : "");
        String list = names.write(Ref.input(List.of(input)));
        body.output((tight ? "{{~#each " : "{{#each ") + list + " as |message|}}");
        body.output("{{role message.role}}");
        body.output("{{message.content}}");
        body.output("{{/each~}}");
        body.separator("\n");
    }

    private void message(Turn.Message message, @Nullable Turn before, boolean only) {
        if (only && message.role() == Role.USER) {
            parts(message.parts());
            return;
        }
        separate(before);
        boolean open = startsTight(message);
        body.output(
                (endsTight(before) ? "{{~role \"" : "{{role \"") + word(message.role()) + (open ? "\"~}}" : "\"}}"));
        if (open) {
            body.separator("\n");
        }
        parts(message.parts());
    }

    /** A blank line between messages where the tilde of the next tag may take it. */
    private void separate(@Nullable Turn before) {
        if (endsTight(before) && before instanceof Turn.Message) {
            body.separator("\n\n");
        }
    }

    private static boolean startsTight(Turn.Message message) {
        return message.parts().isEmpty()
                || !(message.parts().getFirst() instanceof Part.Text text)
                || !BodyLayout.startsBlank(text.text());
    }

    private static boolean endsTight(@Nullable Turn turn) {
        return turn instanceof Turn.Message message
                && !message.parts().isEmpty()
                && (!(message.parts().getLast() instanceof Part.Text text) || !BodyLayout.endsBlank(text.text()));
    }

    private static String word(Role role) {
        return switch (role) {
            case SYSTEM -> "system";
            case USER -> "user";
            case ASSISTANT -> "model";
            case TOOL -> "tool";
        };
    }

    private void parts(List<Part> parts) {
        parts.forEach(this::part);
    }

    private void part(Part part) {
        switch (part) {
            case Part.Text text -> body.text(text.text());
            case Part.Value value -> body.output("{{" + names.write(value.ref()) + "}}");
            case Part.Json json ->
                body.output("{{json " + names.write(json.ref()) + (json.indent() > 0 ? " indent=" + json.indent() : "")
                        + "}}");
            case Part.Choice choice -> choice(choice);
            case Part.Loop loop ->
                block("each", loop.list(), loop.element(), loop.key(), loop.body(), loop.otherwise(), true);
            case Part.Within with ->
                block("with", with.ref(), with.element(), null, with.body(), with.otherwise(), false);
            case Part.Include include -> body.block("{{> " + include.name() + "}}");
            case Part.Media media ->
                body.output("{{media url=" + names.write(media.url())
                        + (media.contentType() == null ? "" : " contentType=" + names.write(media.contentType()))
                        + "}}");
            case Part.Kept kept -> body.block("{{!-- " + kept.source().replace("--}}", "-- }}") + " --}}");
        }
    }

    private void block(
            String word,
            Ref ref,
            String element,
            @Nullable String key,
            List<Part> inside,
            List<Part> otherwise,
            boolean loop) {
        body.block("{{#" + word + " " + names.write(ref) + HandlebarsNames.parameters(element, key) + "}}");
        names.open(element, key, loop);
        parts(inside);
        names.close();
        otherwise(otherwise);
        body.block("{{/" + word + "}}");
    }

    private void otherwise(List<Part> otherwise) {
        if (!otherwise.isEmpty()) {
            body.block("{{else}}");
            parts(otherwise);
        }
    }

    private void choice(Part.Choice choice) {
        Part.Branch first = choice.branches().getFirst();
        if (first.condition() instanceof Condition.All all) {
            // The readers make this only where there is no other branch.
            nested(all.conditions(), first.body());
            return;
        }
        String word = word(first.condition());
        body.block("{{#" + word + arguments(first.condition()) + "}}");
        parts(first.body());
        for (Part.Branch branch : choice.branches().subList(1, choice.branches().size())) {
            body.block("{{else " + word(branch.condition()) + arguments(branch.condition()) + "}}");
            parts(branch.body());
        }
        otherwise(choice.otherwise());
        body.block("{{/" + word + "}}");
    }

    private void nested(List<Condition> conditions, List<Part> inside) {
        if (conditions.isEmpty()) {
            parts(inside);
            return;
        }
        String word = word(conditions.getFirst());
        body.block("{{#" + word + arguments(conditions.getFirst()) + "}}");
        nested(conditions.subList(1, conditions.size()), inside);
        body.block("{{/" + word + "}}");
    }

    private static String word(Condition condition) {
        return switch (condition) {
            case Condition.Truthy truthy -> "if";
            case Condition.Same same -> "ifEquals";
            case Condition.SameValues same -> "ifEquals";
            case Condition.Not not -> word(not.condition()).equals("if") ? "unless" : "unlessEquals";
            case Condition.All all -> throw new IllegalArgumentException("Several conditions stand in nested blocks");
        };
    }

    private String arguments(Condition condition) {
        return switch (condition) {
            case Condition.Truthy truthy -> " " + names.write(truthy.ref());
            case Condition.Same same -> " " + names.write(same.ref()) + " " + literal(same.literal());
            case Condition.SameValues same -> " " + names.write(same.left()) + " " + names.write(same.right());
            case Condition.Not not -> arguments(not.condition());
            case Condition.All all -> throw new IllegalArgumentException("Several conditions stand in nested blocks");
        };
    }

    private static String literal(@Nullable Object value) {
        return value instanceof String text ? "\"" + text.replace("\"", "\\\"") + "\"" : String.valueOf(value);
    }
}
