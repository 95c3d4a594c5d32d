package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in, text out: escapes, white space, partials, scopes. */
class TemplateLanguageTest {
    private static final Map<String, Object> VALUES = Map.of(
            "x",
            "X",
            "yes",
            true,
            "xs",
            List.of("a", "b"),
            "user",
            Map.of("name", "Ada", "odd key", "odd"),
            "key",
            "name");

    private static String render(String body, Map<String, String> partials) {
        var renderer = new PromptRenderer(name -> Optional.ofNullable(partials.get(name))
                .map(text -> PromptTemplate.parse("_" + name + ".prompt", text)));
        var messages = renderer.render(PromptTemplate.parse("t.prompt", body), new HashMap<>(VALUES), List.of())
                .messages();
        return String.join("|", messages.stream().map(Message::text).toList());
    }

    private static String render(String body) {
        return render(body, Map.of());
    }

    @Test
    void aTagAtTheEdgeOfABlockStandsAloneOnlyBesideALineEnd() {
        assertThat(render("a{{#if yes}} {{! c}}\nb{{/if}}")).isEqualTo("a \nb");
        assertThat(render("{{#if yes}}a\n{{! c}} {{/if}}b")).isEqualTo("a\n b");
    }

    @Test
    void aBlockThatKeepsTheCurrentValueAddsNoLevel() {
        assertThat(render("{{#with user}}{{#with this}}{{../x}}{{/with}}{{/with}}"))
                .isEqualTo("X");
    }

    @Test
    void aBlockParameterHidesAHelperAndEndsAtAPartial() {
        assertThat(render("{{#each xs as |json|}}{{json}}{{/each}}")).isEqualTo("ab");
        assertThat(render("{{#each xs as |one|}}{{> p}}{{/each}}", Map.of("p", "[{{one}}]")))
                .isEqualTo("[][]");
    }

    @Test
    void aPartialWhoseBlanksATildeTakesIsNotIndented() {
        assertThat(render("a\n  {{~> p}}\nz", Map.of("p", "1\n2\n"))).isEqualTo("a1\n2\nz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\\{{x}};{{x}}",
                "a\\{{x}} {{x}};a{{x}} X",
                "\\\\{{x}};\\X",
                "\\\\\\{{x}};\\\\X",
                "\\{{a}}\\{{b}}{{x}};{{a}}{{b}}X",
                "\\{{a}} \\\\{{x}};{{a}} \\X",
                "{{{x}}}{{&x}};XX",
                "{\"a\":{\"b\":1}};{\"a\":{\"b\":1}}",
                "}} {x} };}} {x} }",
                "{{!-- }} {{x}} --}}{{! y }}.;.",
                "{{!--}}.;.",
                "{{{{raw}}}}{{x}} {{#if}}{{{{/raw}}}};{{x}} {{#if}}",
                "{{user.name}}{{user/name}}{{user.[odd key]}}{{this.x}}{{./x}};AdaAdaoddXX",
                "{{lookup user key}}{{#if (lookup user 'name')}}!{{/if}};Ada!",
                "{{json (lookup user 'name')}}{{json xs}};\"Ada\"[\"a\",\"b\"]",
                "{{#each xs as |one i|}}{{i}}{{one}}{{x}}{{/each}};0a1b",
                "{{#each xs as |x|}}{{x}}{{/each}};ab",
                "{{#with user as |u|}}{{u.name}}{{name}}{{../x}}{{@root.x}}{{/with}};AdaAdaXX",
                "{{#if yes}}{{x}}{{/if}}{{#unless yes}}n{{/unless}};X",
                "{{#if 0 includeZero=true}}z{{/if}}{{#if 0}}n{{/if}};z",
                "{{\"x\"}};X",
                "{{log x}}{{log 'a' level='warn'}}.;.",
                "日本{{x}}🙂;日本X🙂"
            })
    void rendersAsHandlebarsDoes(String body, String expected) {
        assertThat(render(body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a {{~x~}} b,aXb",
        "a {{~{x}~}} b,aXb",
        "a {{~! c ~}} b,ab",
        "a {{~!-- c --~}} b,ab",
        "a {{~#if yes~}} b {{~/if~}} c,abc",
        "a {{~#if yes}} b {{/if~}} c,a b c",
        "{{#unless yes}}a{{~else~}} b {{~/unless}},b",
        "{{#if yes}} a {{~^~}} b {{/if}}.,' a.'",
        "{{#unless yes}} a {{~else if yes~}} b {{/unless}}.,'b .'",
        "a {{~> p~}} b,aPb",
        "{{^if yes}}n {{~else~}} y {{~/if}},y"
    })
    void aTildeTakesTheWhiteSpaceOnItsSide(String body, String expected) {
        assertThat(render(body, Map.of("p", "P"))).isEqualTo(expected);
    }

    @Test
    void tagsAloneOnTheirLineLeaveNoLineBehind() {
        assertThat(render("a\n  {{#if yes}}  \n b\n  {{else}}\n c\n{{/if}}\n{{! note }}\nd\n"))
                .isEqualTo("a\n b\nd\n");
        assertThat(render("a\r\n{{#if yes}}\r\nb\r\n{{/if}}\r\nc\r\n")).isEqualTo("a\r\nb\r\nc\r\n");
        assertThat(render("{{#each xs}}\n- {{this}}\n{{/each}}")).isEqualTo("- a\n- b\n");
        assertThat(render("a {{#if yes}}\nb\n{{/if}} c")).isEqualTo("a \nb\n c");
        assertThat(render("{{#if yes}}\n{{#if yes}}\na\n{{/if}}\n{{/if}}\n")).isEqualTo("a\n");
    }

    @Test
    void aPartialAloneOnItsLineIsIndentedOnEveryLine() {
        Map<String, String> partials = Map.of("list", "1\n{{x}}\n\n  {{> deep}}\n", "deep", "2\n3\n");
        assertThat(render("-\n  {{> list}}\nend", partials)).isEqualTo("-\n  1\n  X\n  \n    2\n    3\nend");
        assertThat(render("x {{> deep}} y", partials)).isEqualTo("x 2\n3\n y");
    }

    @Test
    void aPartialSeesWhatItIsPassed() {
        Map<String, String> partials =
                Map.of("who", "{{name}}{{greeting}}", "both", "{{x}}{{greeting}}", "a/b", "{{x}}!");
        assertThat(render("{{> who user greeting='!'}}", partials)).isEqualTo("Ada!");
        assertThat(render("{{> both greeting=x}}{{x}}", partials)).isEqualTo("XXX");
        assertThat(render("{{> a/b}}{{> \"a/b\"}}", partials)).isEqualTo("X!X!");
        assertThat(render("{{> (lookup user \"name\")}}", Map.of("Ada", "dynamic")))
                .isEqualTo("dynamic");
    }

    @Test
    void aPartialKeepsItsOwnRoleMarks() {
        assertThat(render("{{> rules}}\n{{role \"user\"}}Q", Map.of("rules", "{{role \"system\"}}R")))
                .isEqualTo("R|Q");
    }

    @Test
    void jsonIsIndentedOnRequest() {
        assertThat(render("{{json user.name indent=2}}{{json xs indent='--'}}"))
                .isEqualTo("\"Ada\"[\n--\"a\",\n--\"b\"\n]");
    }
}
