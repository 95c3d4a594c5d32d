package dev.assay.ui.exchange.imports;

import dev.assay.ui.fx.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between the values of a table. */
enum Separator {
    /** Whatever the header uses most. */
    TOLD(null),
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    BAR('|');

    private final @Nullable Character character;

    Separator(@Nullable Character character) {
        this.character = character;
    }

    /** The character; empty where the header tells. */
    Optional<Character> character() {
        return Optional.ofNullable(character);
    }

    /** Its name for people. */
    String label() {
        return switch (this) {
            case TOLD -> Messages.get("import.separator.told");
            case COMMA -> Messages.get("import.separator.comma");
            case SEMICOLON -> Messages.get("import.separator.semicolon");
            case TAB -> Messages.get("import.separator.tab");
            case BAR -> Messages.get("import.separator.bar");
        };
    }
}
