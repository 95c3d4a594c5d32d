package dev.assay.prompt.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.prompt.assist.rename.FileChange;
import dev.assay.prompt.assist.rename.RenamePlan;
import dev.assay.prompt.assist.rename.RenameSources;
import dev.assay.prompt.assist.rename.VariableRename;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableRenameTest {
    private static final Map<String, String> PARTIALS =
            Map.of("style", "For {{name}}: {{> inner}}", "inner", "{{#if name}}{{name}}{{/if}}", "other", "{{name}}");

    @Test
    void everyPlaceThatMeansTheInputIsRenamedAndNoOther() {
        RenamePlan plan = plan("""
                ---
                input:
                  schema:
                    name?(array, who): string
                    people(array):
                      name: string
                  default:
                    name: [Ada]
                ---
                {{na¦me}} {{name.first}} {{[name]}} name
                {{#each people}}{{name}} {{../name}} {{@root.name}}{{/each}}
                {{#each people as |p|}}{{p.name}}{{/each}}{{#with x as |name|}}{{name}}{{/with}}
                """, "who", Map.of());

        assertThat(plan.changes().getFirst().after()).isEqualTo("""
                ---
                input:
                  schema:
                    who?(array, who): string
                    people(array):
                      name: string
                  default:
                    who: [Ada]
                ---
                {{who}} {{who.first}} {{[who]}} name
                {{#each people}}{{name}} {{../who}} {{@root.who}}{{/each}}
                {{#each people as |p|}}{{p.name}}{{/each}}{{#with x as |name|}}{{name}}{{/with}}
                """);
    }

    @Test
    void partialsThatSeeTheInputFollowAndPromptsThatShareThemAreNamed() {
        RenamePlan plan = plan("{{na¦me}} {{> style}} {{> other name=title}} {{> other person}}", "who", Map.of());

        assertThat(plan.changes())
                .extracting(FileChange::path)
                .containsExactly("prompts/p.prompt", "prompts/_style.prompt", "prompts/_inner.prompt");
        assertThat(plan.changes().getFirst().after())
                .isEqualTo("{{who}} {{> style}} {{> other name=title}} {{> other person}}");
        assertThat(plan.changes().get(2).after()).isEqualTo("{{#if who}}{{who}}{{/if}}");
        assertThat(plan.warnings())
                .singleElement()
                .asString()
                .contains("prompts/second.prompt", "prompts/_style.prompt");
    }

    @Test
    void aBlockParameterIsRenamedInItsBlockOnly() {
        RenamePlan plan = plan(
                "{{#each a as |it¦em|}}{{item}}{{/each}}{{#each b as |item|}}{{item}}{{/each}}",
                "row",
                Map.of("d.csv", "item\n1\n"));

        assertThat(plan.changes())
                .singleElement()
                .extracting(FileChange::after)
                .isEqualTo("{{#each a as |row|}}{{row}}{{/each}}{{#each b as |item|}}{{item}}{{/each}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            d.csv   | name,age<CR><LF>name,1<CR><LF>         | who,age<CR><LF>name,1<CR><LF>
            d.csv   | <BOM>"name" ;"a;b"<LF>"x""name";2      | <BOM>"who" ;"a;b"<LF>"x""name";2
            d.tsv   | age<TAB>name<LF>1<TAB>x                | age<TAB>who<LF>1<TAB>x
            d.jsonl | {"name": "name", "a": {"name": 1}}<LF>{ "name" :2} | {"who": "name", "a": {"name": 1}}<LF>{ "who" :2}
            d.jsonl | {"n\\u0061me": "\\"name\\":"}         | {"who": "\\"name\\":"}
            """)
    void aDatasetKeepsEveryOtherByte(String path, String written, String expected) {
        RenamePlan plan = plan("{{na¦me}}", "who", Map.of(path, unescape(written)));

        assertThat(plan.changes().get(1).kind()).isEqualTo(FileChange.Kind.DATASET);
        assertThat(plan.changes().get(1).after()).isEqualTo(unescape(expected));
    }

    @Test
    void aDatasetThatHasTheNewColumnAlreadyIsLeftAlone() {
        RenamePlan plan = plan("{{na¦me}}", "who", Map.of("d.csv", "name,who\n1,2\n"));

        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.warnings()).singleElement().asString().contains("d.csv", "who");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "1a", "if", "this", "name", "taken", "item", "a.b"})
    void aNameThatCannotBeIsRefused(String to) {
        assertThatThrownBy(() -> plan("{{na¦me}}{{taken}}{{#each l as |item|}}{{/each}}", to, Map.of()))
                .isInstanceOf(InputException.class);
    }

    private static String unescape(String text) {
        return text.replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<TAB>", "\t")
                .replace("<BOM>", "\ufeff");
    }

    private static RenamePlan plan(String marked, String to, Map<String, String> datasets) {
        Caret caret = Caret.of(marked);
        var prompts = Map.of(
                "prompts/p.prompt", caret.text(),
                "prompts/second.prompt", "{{> style}}",
                "prompts/_style.prompt", "For {{name}}: {{> inner}}");
        var sources = new RenameSources("prompts/p.prompt", caret.text(), Caret.known(PARTIALS), prompts, datasets);
        return VariableRename.plan(sources, caret.offset(), to);
    }
}
