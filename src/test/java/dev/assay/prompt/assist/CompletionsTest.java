package dev.assay.prompt.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.assist.completion.Completion;
import dev.assay.prompt.assist.completion.Completions;
import dev.assay.prompt.definition.DefinitionReader;
import dev.assay.prompt.definition.DefinitionText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {
    private static final String HEAD = """
            ---
            input:
              schema:
                customer: string, who writes
                tone?: string
                orders(array):
                  id: integer, number of the order
                  placed: string
                address(object):
                  city: string
            ---
            """;
    private static final Known KNOWN =
            Caret.known(Map.of("style", "Be {{tone}} to {{guest}}.", "shared/rules", "Rule one"));

    @Test
    void schemasAndToolsOfTheWorkspaceAreOffered() {
        var known = Caret.known(
                Map.of(),
                DefinitionReader.read(
                        List.of(
                                new DefinitionText("schemas/Address.yaml", "city: string\n"),
                                new DefinitionText(
                                        "tools/find_order.yaml",
                                        "description: Looks it up\ninputSchema: {number: integer}\n")),
                        List.of()));
        assertThat(labels("---\ninput:\n  schema:\n    home: Addr¦\n---\n", known))
                .contains("Address");
        assertThat(labels("---\ntools:\n  - fi¦\n---\n", known)).containsExactly("find_order");
        assertThat(labels("---\ntools: [fi¦\n---\n", known)).containsExactly("find_order");
        assertThat(labels("---\ntools: [other, fi¦]\n---\n", known)).containsExactly("find_order");
        assertThat(labels("---\ntools: [find_order, fi¦]\n---\n", known)).isEmpty();
        assertThat(labels("---\ninput: {schema: {home: Addr¦\n---\n", known)).contains("Address");
        assertThat(labels("---\ninput: {sch¦\n---\n", known)).doesNotContain("find_order");
        assertThat(labels("---\ninput:\n  schema:\n    home: Address\n---\n{{home.¦}}", known))
                .containsExactly("home.city");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tools:\\n  - other\\n  - fi¦                                           | find_order
            tools: [\\n  other,\\n  fi¦\\n]                                      | find_order
            tools: [\\n  other, # fits [not]\\n\\n  "fi¦\\n]                     | find_order
            config: {\\n  toolChoice: fi¦                                         | find_order
            toolDefs:\\n  - {name: a,\\n     inputSchema: {\\n       home: Addr¦ | Address
            toolDefs: [{name: a,\\n  "inputSchema":{"home":"Addr¦"}}]             | Address
            input: {\\n  sch¦\\n}                                               | schema
            toolDefs:\\n- {name: a,\\n   desc¦}                                 | description
            config:\\n  reasoningEffort: hi¦                                     | high
            tools: [\\nmodel: acme/l¦                                            | acme/large
            """)
    void listsAndMapsInBracketsAreCompletedOnAnyOfTheirLines(String yaml, String expected) {
        assertThat(labels("---\n" + yaml.replace("\\n", "\n") + "\n---\n", named()))
                .first()
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools:\n  - find_order\n  - fi¦",
                "tools: [\n  find_order,\n  fi¦\n]",
                "tools: [\n  fi¦,\n  'find_order']",
                "tools: [\n  other, # fi¦\n]",
                "tools: [\n  other\n]\nfi¦"
            })
    void whatStandsThereOrDoesNotBelongThereIsNotOffered(String yaml) {
        assertThat(labels("---\n" + yaml + "\n---\n", named())).doesNotContain("find_order");
    }

    @Test
    void aMapInBracketsOpensBracesForTheMapBelowAKey() {
        assertThat(accept("---\ninput: {\n  sch¦\n}\n---\n", "schema"))
                .isEqualTo("---\ninput: {\n  schema: {¦}\n}\n---\n");
    }

    @Test
    void toolsThatThePromptDefinesItselfAreOffered() {
        String own =
                "toolDefs:\n  - name: forecast\n    description: Of the weather\n    inputSchema: {place: string}\n";

        assertThat(labels("---\n" + own + "tools: [fo¦]\n---\n", named())).startsWith("forecast");
        assertThat(labels("---\n" + own + "config:\n  toolChoice: ¦\n---\n", named()))
                .containsExactly("auto", "none", "required", "find_order", "forecast");
    }

    private static Known named() {
        return Caret.known(Map.of(), Caret.definitions());
    }

    private static List<String> labels(String marked, Known known) {
        Caret caret = Caret.of(marked);
        return Completions.at(caret.text(), caret.offset(), known).stream()
                .map(Completion::label)
                .toList();
    }

    @Test
    void variablesOfTheSchemaAreOfferedWithTypeAndDescription() {
        Completion first = at(HEAD + "Dear {{cus¦").getFirst();

        assertThat(first.label()).isEqualTo("customer");
        assertThat(first.kind()).isEqualTo(Completion.Kind.VARIABLE);
        assertThat(first.type()).isEqualTo("string");
        assertThat(first.description()).isEqualTo("who writes");
    }

    @Test
    void anAcceptedVariableEndsItsTag() {
        assertThat(accept(HEAD + "Dear {{cus¦, hello", "customer")).isEqualTo(HEAD + "Dear {{customer}}¦, hello");
        assertThat(accept(HEAD + "Dear {{cu¦}}!", "customer")).isEqualTo(HEAD + "Dear {{customer}}¦!");
        assertThat(accept(HEAD + "Dear {{ cu¦stom }}!", "customer")).isEqualTo(HEAD + "Dear {{ customer}}¦!");
    }

    @Test
    void aNameThatIsBeingTypedIsNotItsOwnCompletion() {
        assertThat(labels("{{na¦}} and {{name}}")).contains("name").doesNotContain("na");
    }

    @Test
    void variablesThatAreOnlyUsedAreOfferedToo() {
        assertThat(labels("{{topic}} {{> style}} {{¦}}")).contains("topic", "tone", "guest");
    }

    @Test
    void insideEachTheElementsFieldsComeFirst() {
        List<String> labels = labels(HEAD + "{{#each orders as |order n|}}{{¦}}{{/each}}");

        assertThat(labels).startsWith("order", "n", "id", "placed", "this");
        assertThat(labels).contains("@index", "@first", "../customer");
        assertThat(labels(HEAD + "{{#each orders as |order|}}{{order.¦}}{{/each}}"))
                .containsExactly("order.id", "order.placed");
        assertThat(labels(HEAD + "{{address.c¦}}")).containsExactly("address.city");
        assertThat(labels(HEAD + "{{#with address}}{{c¦}}{{/with}}")).startsWith("city");
        assertThat(labels(HEAD + "{{#each orders}}{{../to¦")).startsWith("../tone");
        assertThat(labels(HEAD + "{{#each orders}}{{@i¦")).startsWith("@index");
    }

    @Test
    void behindABlockItsNamesAreGone() {
        assertThat(labels(HEAD + "{{#each orders as |order|}}{{id}}{{/each}}{{¦}}"))
                .contains("customer")
                .doesNotContain("order", "id", "@index");
        assertThat(labels(HEAD + "{{#each orders}}x{{else}}{{¦}}{{/each}}")).doesNotContain("id");
    }

    @Test
    void helpersComeWithASnippet() {
        assertThat(accept("{{ro¦", "role")).isEqualTo("{{role \"¦\"}}");
        assertThat(accept("{{js¦}}", "json")).isEqualTo("{{json ¦}}");
        assertThat(accept("{{hi¦}}", "history")).isEqualTo("{{history}}¦");
    }

    @Test
    void aBlockThatIsOpenedIsClosedToo() {
        assertThat(accept("a {{#i¦}} b", "if")).isEqualTo("a {{#if ¦}}{{/if}} b");
        assertThat(accept("  {{#ea¦\nnext", "each")).isEqualTo("  {{#each ¦}}\n  {{/each}}\nnext");
        assertThat(accept("{{#¦}}x{{/if}}", "if")).isEqualTo("{{#if ¦}}x{{/if}}");
        assertThat(accept("{{ea¦}}", "#each")).isEqualTo("{{#each ¦}}\n{{/each}}");
    }

    @Test
    void aClosingTagOffersTheOpenBlocks() {
        assertThat(labels("{{#each a}}{{#if b}}x{{/¦")).containsExactly("if", "each");
        assertThat(accept("{{#each a}}x{{/¦", "each")).isEqualTo("{{#each a}}x{{/each}}¦");
        assertThat(labels("{{#if a}}{{#if b}}{{/if}}{{/¦")).containsExactly("if");
    }

    @Test
    void partialsAreOfferedByName() {
        assertThat(labels("{{> ¦")).containsExactly("shared/rules", "style");
        assertThat(accept("{{>st¦}}", "style")).isEqualTo("{{>style}}¦");
        assertThat(accept("{{> sh¦}}", "shared/rules")).isEqualTo("{{> shared/rules}}¦");
        assertThat(accept("{{> \"sha¦\"}}", "shared/rules")).isEqualTo("{{> \"shared/rules\"}}¦");
        assertThat(labels("{{> style ¦}}")).contains("tone=", "guest=");
    }

    @Test
    void rolesAreOfferedInTheirQuotes() {
        assertThat(labels("{{role \"¦\"}}")).containsExactly("system", "user", "model", "tool");
        assertThat(accept("{{role \"sy¦\"}}", "system")).isEqualTo("{{role \"system\"}}¦");
        assertThat(accept("{{role \"u¦", "user")).isEqualTo("{{role \"user\"}}¦");
    }

    @Test
    void valuesFollowHelpers() {
        assertThat(labels(HEAD + "{{#if cust¦}}{{/if}}")).containsExactly("customer");
        assertThat(labels(HEAD + "{{json address in¦}}")).startsWith("indent=");
        assertThat(labels(HEAD + "{{json (lo¦)}}")).containsExactly("lookup");
        assertThat(accept(HEAD + "{{#each or¦}}{{/each}}", "orders")).isEqualTo(HEAD + "{{#each orders}}¦{{/each}}");
        assertThat(labels("{{#if a}}{{else u¦}}{{/if}}")).startsWith("unless");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain te¦xt",
                "a { b¦",
                "{{! com¦ment}}",
                "{{x}}¦",
                "\\{{na¦me}}",
                "{{{{raw}}}} {{na¦ {{{{/raw}}}}",
                "---\nmodel: x\n---\nmod¦"
            })
    void plainTextOffersNothing(String marked) {
        assertThat(at(marked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---\\nmo¦\\n---\\nx                              | model
            ---\\nconfig:\\n  te¦\\n---\\nx                  | temperature
            ---\\nmodel: ac¦\\n---\\nx                       | acme/large
            ---\\noutput:\\n  fo¦                            | format
            ---\\noutput:\\n  format: js¦\\n---\\nx          | json
            ---\\ninput:\\n  schema:\\n    a: st¦\\n---\\n{{a}} | string
            ---\\ninput:\\n  schema:\\n    wh¦\\n---\\n{{what}} | what
            ---\\ninput:\\n  schema:\\n    a(arr¦\\n---\\n{{a}} | a(array
            ---\\ninput:\\n  schema:\\n    a: string\\n  default:\\n    ¦\\n---\\n{{a}} | a
            """)
    void frontMatterIsCompletedByPlace(String marked, String expected) {
        assertThat(labels(marked.replace("\\n", "\n"))).first().isEqualTo(expected);
    }

    @Test
    void keysThatAreThereAreNotOfferedAgain() {
        assertThat(labels("---\nmodel: x\n¦\n---\nx"))
                .contains("input", "config")
                .doesNotContain("model");
        assertThat(accept("---\nin¦\n---\nx", "input")).isEqualTo("---\ninput:\n  ¦\n---\nx");
    }

    @Test
    void theBestMatchComesFirst() {
        assertThat(labels("{{userName}} {{name}} {{surname}} {{named}} {{name¦}}"))
                .startsWith("name", "named", "userName", "surname");
    }

    @Test
    void noPlaceInABrokenTextFails() {
        String text =
                HEAD.replace("tone?:", "tone? [") + "{{#each orders}}{{role \"x}} {{> }} {{/if}} {{json (a}} {{{b}} {{";
        for (int i = 0; i <= text.length(); i++) {
            assertThat(Completions.at(text, i, KNOWN)).isNotNull();
        }
    }

    private static List<Completion> at(String marked) {
        Caret caret = Caret.of(marked);
        return Completions.at(caret.text(), caret.offset(), KNOWN);
    }

    private static List<String> labels(String marked) {
        return at(marked).stream().map(Completion::label).toList();
    }

    private static String accept(String marked, String label) {
        Completion chosen = at(marked).stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not offered: " + labels(marked)));
        String text = Replacement.apply(Caret.of(marked).text(), List.of(chosen.edit()));
        return text.substring(0, chosen.caret()) + "¦" + text.substring(chosen.caret());
    }
}
