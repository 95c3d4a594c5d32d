package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a prompt without errors should not do all the same. */
class LintRulesTest {
    private static final String SCHEMA = """
            ---
            input:
              schema:
                text: string
                count: integer
                flag?: boolean
                tone(enum): [warm, cool]
                tags(array): string
                user(object):
                  name: string
                  age?: integer
                people(array):
                  name: string
                free: any
            ---
            """;
    private static final String ALL_USED = "{{#if (json this)}}{{/if}}.";
    private static final int FIRST_LINE = 16;

    private static List<String> found(String source, Map<String, String> partials) {
        PartialSource known =
                name -> Optional.ofNullable(partials.get(name)).map(text -> PromptTemplate.parse(name, text));
        return PromptLint.check(PromptTemplate.parse("a.prompt", source), known).stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static List<String> inBody(String body) {
        return found(SCHEMA + body + ALL_USED, Map.of()).stream()
                .filter(one -> !one.contains("empty-block"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{role 'system'}}Be {{text}};23: 'text' is free text that is put into the system message",
                "{{role 'system'}}{{json text}};25: 'text' is free text",
                "{{role 'system'}}{{#each tags}}{{this}}{{/each}};34: 'this' is free text",
                "{{role 'system'}}{{#each people as |p|}}{{p.name}}{{/each}};43: 'p.name' is free text",
                "{{role 'system'}}{{user.name}};20: 'user.name' is free text",
                "{{role 'system'}}{{free}};20: 'free' is free text",
                "{{#if flag}}{{role 'system'}}{{/if}}{{text}};39: 'text' is free text",
                "{{role text}}x;8: the value of 'text' decides who speaks, even as the system: write the role out"
            })
    void freeTextInTheSystemMessageIsTold(String body, String expected) {
        int colon = expected.indexOf(':');
        assertThat(inBody(body))
                .singleElement()
                .asString()
                .startsWith("a.prompt:" + FIRST_LINE + ":" + expected.substring(0, colon)
                        + ": warning: potential-injection" + expected.substring(colon));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{text}}",
                "{{role 'system'}}x{{role 'user'}}{{text}}",
                "{{role 'system'}}{{tone}}{{count}}{{flag}}{{user.age}}{{tags.length}}",
                "{{role 'system'}}{{@state.x}}{{#each tags}}{{@index}}{{/each}}",
                "{{role 'system'}}{{#if text}}x{{/if}}{{history}}",
                "{{role tone}}x"
            })
    void whatCannotGiveOrdersIsNotTold(String body) {
        assertThat(inBody(body)).isEmpty();
    }

    @Test
    void anInputThatNobodyDeclaredIsFreeTextUnlessASchemaLacksIt() {
        assertThat(found("{{role 'system'}}{{x}}", Map.of()))
                .singleElement()
                .asString()
                .contains("potential-injection");
        assertThat(found("---\ninput: {schema: {a: string}}\n---\n{{a}}{{role 'system'}}{{x}}", Map.of()))
                .singleElement()
                .asString()
                .contains("undefined-variable");
    }

    @Test
    void freeTextOfAPartialIsToldWhereItIsIncluded() {
        Map<String, String> partials = Map.of("p", "{{role 'system'}}", "q", "{{said}}");
        String schema = "---\ninput: {schema: {text: string}}\n---\n";

        assertThat(found(schema + "{{> p}}{{> q said=text}}", partials))
                .containsExactly(
                        "a.prompt:4:8: warning: potential-injection: 'said' is free text that is put by the partial"
                                + " 'q' into the system message, where the model takes it for orders: move it to a user message,"
                                + " or declare it as an enum");
        assertThat(found(schema + "{{> q said=text}}", partials)).isEmpty();
        assertThat(found(schema + "{{text}}{{> p}}{{> q said='fixed'}}", partials))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "{{#each text}}x{{/each}}¦9: 'text' is text (string), which {{#each}} cannot walk: declare 'text(array)', or write {{#if text}}",
                "{{text.name}}¦3: 'text' is text (string) and has no field 'name'",
                "{{count.x.y}}¦3: 'count' is a whole number (integer) and has no field 'x'",
                "{{user.nmae}}¦3: 'user' has no field 'nmae' in the schema: it has name, age; did you mean name?",
                "{{user}}¦3: 'user' is a map of fields (object)",
                "{{people}}¦3: 'people' is a list (array)",
                "{{#each people}}{{title}}{{name}}{{/each}}¦19: 'this' has no field 'title' in the schema: it has name; for a value outside the block write ../title",
                "{{#each people}}{{this.title}}{{../user.name}}{{@root.x}}{{/each}}¦19: 'this' has no field 'title'",
                "{{#each tags}}{{text}}{{/each}}¦17: 'this' is text (string) and has no field 'text'; for a value outside the block write ../text",
                "{{#each people as |p|}}{{p.title}}{{/each}}¦26: 'p' has no field 'title' in the schema: it has name",
                "{{#ifEquals count '5'}}x{{/ifEquals}}¦13: 'count' is a whole number (integer) and never equals \"5\"",
                "{{#ifEquals 'warn' tone}}x{{/ifEquals}}¦20: 'tone' is one of warm, cool and never equals \"warn\"; did you mean warm?",
                "{{#unlessEquals flag 'true'}}x{{/unlessEquals}}¦17: 'flag' is true or false (boolean) and never equals \"true\"",
                "{{#with user}}{{#each name}}x{{/each}}{{/with}}¦23: 'name' is text (string), which",
                "{{json text.a}}¦8: 'text' is text (string) and has no field 'a'"
            })
    void aUseThatTheTypeDoesNotAllowIsTold(String body, String expected) {
        int colon = expected.indexOf(':');
        assertThat(inBody(body))
                .singleElement()
                .asString()
                .startsWith("a.prompt:" + FIRST_LINE + ":" + expected.substring(0, colon)
                        + ": warning: schema-type-mismatch" + expected.substring(colon));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#each tags}}{{this}}{{/each}}{{#each user}}{{@key}}{{this}}{{/each}}",
                "{{tags}}{{tags.0}}{{tags.length}}{{text.length}}{{people.0.name}}{{user.name}}",
                "{{#ifEquals tone 'warm'}}x{{/ifEquals}}{{#ifEquals count 5}}x{{/ifEquals}}{{#ifEquals text tone}}x{{/ifEquals}}",
                "{{free.a.b}}{{#each free}}{{x}}{{/each}}{{#ifEquals free 5}}x{{/ifEquals}}{{json user}}{{#with text}}{{this}}{{/with}}"
            })
    void aUseThatTheTypeAllowsIsNotTold(String body) {
        assertThat(inBody(body)).isEmpty();
    }

    @Test
    void aDefaultOfTheWrongTypeIsToldAtItsValue() {
        String source = "---\ninput:\n  schema:\n    n: integer\n    e(enum): [a, b]\n    l(array): {k: string}\n"
                + "  default:\n    n: many\n    e: c\n    l: [{k: x}, {k: 5}]\n---\n{{n}}{{e}}{{json l}}";
        assertThat(found(source, Map.of()))
                .containsExactly(
                        "a.prompt:8:8: warning: schema-type-mismatch: the default of 'n' must be a whole number (integer), not"
                                + " the text 'many': mend it or the schema",
                        "a.prompt:9:8: warning: schema-type-mismatch: the default of 'e' must be one of [\"a\",\"b\"], not the"
                                + " text 'c': mend it or the schema",
                        "a.prompt:10:21: warning: schema-type-mismatch: the default of 'l[1].k' must be text (string), not"
                                + " the number 5: mend it or the schema");
    }

    @Test
    void aDefaultThatIsReadAsItsTypeIsNotTold() {
        assertThat(found("---\ninput: {schema: {n: integer}, default: {n: \"5\"}}\n---\n{{n}}", Map.of()))
                .isEmpty();
    }

    @Test
    void oldSpellingsAreTold() {
        assertThat(found("{{log \"x\"}}{{role \"assistant\"}}y", Map.of()))
                .containsExactly(
                        "a.prompt:1:3: warning: deprecated-helper: 'log' is for programs and prints nothing in a prompt:"
                                + " remove it",
                        "a.prompt:1:19: warning: deprecated-helper: the role 'assistant' is called model in this format, and"
                                + " other readers do not know it: write {{role \"model\"}}");
    }

    @Test
    void aLongPromptIsTold() {
        assertThat(found("first\n" + "line\n".repeat(399), Map.of())).isEmpty();
        assertThat(found("first\n" + "line\n".repeat(400), Map.of()))
                .containsExactly(
                        "a.prompt:1:1: info: long-template: this prompt has 401 lines and 2006 characters: move what"
                                + " belongs together into partials");
        assertThat(found("---\nmodel: a/b\n---\n" + "x".repeat(20_001), Map.of())
                        .getFirst())
                .startsWith("a.prompt:4:1: info: long-template: this prompt has 1 lines and 20001 characters");
    }

    @Test
    void aTextOfManyTokensIsTold() {
        assertThat(found("{{#if a}}" + "語".repeat(4000) + "{{else}}" + "語".repeat(3000) + "{{/if}}", Map.of()))
                .isEmpty();
        assertThat(found("word".repeat(4001), Map.of()))
                .containsExactly(
                        "a.prompt:1:1: info: token-count: the text alone has about 4001 tokens before any value is put"
                                + " in, and each call pays for them: shorten it where you can");
        assertThat(found("---\nconfig: {contextTokens: 1000, maxOutputTokens: 600}\n---\n" + "語".repeat(500), Map.of()))
                .containsExactly(
                        "a.prompt:4:1: info: token-count: the text alone has about 500 tokens, and 600 are kept for"
                                + " the answer, more than the 1000 of contextTokens: shorten it or raise contextTokens");
    }

    @Test
    void theAuthorMaySilenceAFindingButNoError() {
        String text = "{{log \"x\"}}{{role \"assistant\"}}y";
        assertThat(found("---\nassay.ignore: [deprecated-helper]\n---\n" + text, Map.of()))
                .isEmpty();
        assertThat(found("---\nassay.ignore: deprecated-helper\n---\n" + text, Map.of()))
                .isEmpty();
        assertThat(found("---\nassay.ignore: [unclosed-block]\n---\n{{#if a}}x", Map.of()))
                .hasSize(1);
    }

    /** The names that editors of the format use, and how bad each is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "error: invalid-yaml¦---\\na: [\\n---\\nx",
                "error: unclosed-block¦{{#if a}}x",
                "error: unmatched-closing-block¦x{{/if}}",
                "error: unbalanced-brace¦{{a",
                "error: missing-partial¦{{> none}}",
                "error: circular-partial¦{{> circle}}",
                "error: unknown-block-helper¦{{#fi a}}x{{/fi}}",
                "warning: unused-variable¦---\\ninput: {schema: {a: string}}\\n---\\nx",
                "warning: undefined-variable¦---\\ninput: {schema: {a: string}}\\n---\\n{{a}}{{b}}",
                "warning: deprecated-helper¦{{log \"x\"}}y",
                "warning: schema-type-mismatch¦---\\ninput: {schema: {a: integer}, default: {a: x}}\\n---\\n{{a}}",
                "warning: empty-block¦{{#if a}}{{/if}}x",
                "warning: potential-injection¦{{role \"system\"}}{{a}}",
                "info: unverified-partial¦{{> (lookup a \"b\")}}",
                "info: long-template¦LONG",
                "info: token-count¦HEAVY"
            })
    void everyNameOfTheFormatIsKnown(String severityAndName, String written) {
        String text = switch (written) {
            case "LONG" -> "line\n".repeat(500);
            case "HEAVY" -> "語".repeat(5000);
            default -> written.replace("\\n", "\n");
        };
        assertThat(found(text, Map.of("circle", "{{> circle}}")))
                .anyMatch(one -> one.contains(": " + severityAndName + ": "));
    }
}
