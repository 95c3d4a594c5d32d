package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.llm.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {
    private static List<String> found(String source) {
        return PromptTemplate.parse("a.prompt", source).diagnostics().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{#if a}}x;1:1: error: unclosed-block: this block is not closed: add {{/if}}",
                "x{{/if}};1:2: error: unmatched-closing-block: {{/if}} closes no open block",
                "{{#if a}}{{/each}}{{/if}};1:10: error: unmatched-closing-block: {{/each}} closes no open block: the open one needs {{/if}}",
                "{{#if a}}{{#each b}}x{{/if}};1:10: error: unclosed-block: this block is not closed: add {{/each}}",
                "a {{name;1:3: error: unbalanced-brace: this tag is not closed",
                "a {{name {{b}};1:3: error: unbalanced-brace",
                "{{! x;1:1: error: unbalanced-brace: this comment is not closed",
                "{{#fi a}}{{/fi}};1:4: error: unknown-block-helper: there is no block helper 'fi'; did you mean if?",
                "{{#items}}{{/items}};1:4: error: unknown-block-helper: there is no block helper 'items': to test or walk a value write {{#if items}} or {{#each items}}",
                "{{jsno a}};1:3: error: unknown-helper: there is no helper 'jsno'; did you mean json?",
                "{{shout a}};1:3: error: unknown-helper: there is no helper 'shout'",
                "{{if a}};1:3: error: unknown-helper: 'if' opens a block",
                "{{#if (role 'user')}}{{/if}};1:8: error: unknown-helper: 'role' has no value",
                "{{#if}}{{/if}};1:4: error: invalid-arguments: 'if' takes one value",
                "{{role}};1:3: error: invalid-arguments: 'role' takes one value; for a variable of that name write {{this.role}}",
                "{{json a ident=2}};1:10: error: invalid-arguments: 'json' takes no 'ident'; did you mean indent?",
                "{{media contentType=a}};1:3: error: invalid-arguments: 'media' needs an address",
                "{{role 'User'}};1:8: error: invalid-role: there is no role 'User'; did you mean user?",
                "{{\"a\": 1}};1:3: error: unknown-helper: there is no helper 'a'; for braces in the text write \\{{",
                "{{role \"user}};1:8: error: unbalanced-brace: this string is not closed",
                "{{a.}};1:3: error: invalid-expression: 'a.' is not a name",
                "{{}};1:1: error: invalid-expression: something is missing",
                "{{else}};1:1: error: unmatched-closing-block: this else belongs to no block",
                "{{#if a}}{{else}}{{else}}{{/if}};1:18: error: unmatched-closing-block: this block has had its final else",
                "{{#each a as x}}{{/each}};1:4: error: invalid-arguments: 'each' takes one value",
                "{{#> p}}x{{/p}};1:1: error: unsupported-tag",
                "{{{{other}}}}x{{{{/other}}}};1:1: error: unknown-block-helper: there is no raw block 'other'",
                "🙂🙂{{/if}};1:3: error: unmatched-closing-block"
            })
    void aMistakeIsNamedAtItsPlace(String body, String expected) {
        assertThat(found(body)).isNotEmpty();
        assertThat(found(body).getFirst()).startsWith("a.prompt:" + expected);
    }

    @Test
    void aParameterThatWouldBeCutToFitIsRefused() {
        assertThat(found("---\nconfig:\n  seed: 1e300\n---\nx"))
                .singleElement()
                .asString()
                .contains("3:3: error: invalid-parameter");
    }

    @Test
    void oneMistakeInAChainIsReportedOnce() {
        assertThat(found("{{#if a}}{{else if b c=}}x{{else}}y{{/if}}")).hasSize(1);
    }

    @Test
    void linesEndWithAnyOfTheThreeLineEnds() {
        assertThat(found("a\r\nb\rc\n {{/if}}").getFirst()).startsWith("a.prompt:4:2:");
    }

    @Test
    void oneForgottenBraceDoesNotHideTheRestOfTheFile() {
        assertThat(found("{{name\nfine {{x}}, {{#fi a}}b{{/fi}}"))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("a.prompt:2:16: error: unknown-block-helper");
    }

    @Test
    void variablesAreComparedWithTheSchema() {
        String source = "---\ninput:\n  schema:\n    name: string\n    unused: string\n---\n{{nam}} {{name}}";
        assertThat(found(source))
                .containsExactly(
                        "a.prompt:5:5: warning: unused-variable: 'unused' is declared but not used: use it or remove it",
                        "a.prompt:7:3: warning: undefined-variable: 'nam' is not in input.schema: declare it there;"
                                + " did you mean name?");
    }

    @Test
    void namesInsideLoopsAreNotInputs() {
        var names = PromptTemplate.parse(
                        "a.prompt",
                        "{{#each items as |it|}}{{title}}{{it.x}}{{../shop}}{{#with y}}{{z}}{{../../deep}}{{/with}}"
                                + "{{else}}{{empty}}{{/each}}{{@state.x}}{{json order}}{{#if (lookup map key)}}{{/if}}{{this.last}}")
                .variables();
        assertThat(names)
                .extracting(PromptVariable::name)
                .containsExactly("items", "shop", "deep", "empty", "order", "map", "key", "last");
        assertThat(names).allMatch(variable -> variable.used() && !variable.declared() && !variable.required());
    }

    @Test
    void declaredVariablesComeFirstWithTypeAndDefault() {
        String source = "---\ninput:\n  default: {tone: kind, extra: 1}\n  schema:\n    tone: string, how it sounds\n"
                + "    tags?(array, labels): string\n---\n{{other}}{{tone}}";
        assertThat(PromptTemplate.parse("a.prompt", source).variables())
                .containsExactly(
                        new PromptVariable("tone", "string", "how it sounds", false, "kind", true, true),
                        new PromptVariable("tags", "array", "labels", false, null, true, false),
                        new PromptVariable("extra", null, null, false, 1L, true, false),
                        new PromptVariable("other", null, null, false, null, false, true));
    }

    @Test
    void jsonSchemaDeclaresVariablesToo() {
        String source =
                "---\ninput:\n  schema:\n    type: object\n    properties:\n      a: {type: integer, description: d}\n"
                        + "      b: {type: string}\n    required: [a]\n---\n{{a}}{{b}}";
        assertThat(PromptTemplate.parse("a.prompt", source).variables())
                .containsExactly(
                        new PromptVariable("a", "integer", "d", true, null, true, true),
                        new PromptVariable("b", "string", null, false, null, true, true));
    }

    @Test
    void partialsAreCheckedWithTheirPrompt() {
        Map<String, String> files = Map.of(
                "ok",
                "{{tone}}",
                "a",
                "{{> b}}",
                "b",
                "{{> a}}",
                "bad",
                "x\n{{#if}}",
                "far",
                "{{> gone}}",
                "head",
                "---\nmodel: m\n---\nx");
        PartialSource source = name ->
                Optional.ofNullable(files.get(name)).map(text -> PromptTemplate.parse("_" + name + ".prompt", text));
        var template = PromptTemplate.parse(
                "m.prompt",
                "---\ninput:\n  schema:\n    tone: string\n---\n{{> ok}}\n{{> a}}\n{{> bad}}\n{{> far}}\n{{> gone}}\n{{> head}}");
        assertThat(PromptLint.check(template, source))
                .extracting(one -> one.location().line() + " " + one.name() + ": " + one.message())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith("7 circular-partial: partial 'a' includes itself (a > b > a)"),
                        one -> assertThat(one)
                                .startsWith("8 invalid-partial: partial 'bad' has an error at _bad.prompt:2:"),
                        one -> assertThat(one)
                                .startsWith("9 missing-partial: there is no partial 'gone', which 'far' includes"),
                        one -> assertThat(one).startsWith("10 missing-partial: there is no partial 'gone'"),
                        one -> assertThat(one).startsWith("11 partial-front-matter"));
        assertThat(template.variables(source))
                .filteredOn(PromptVariable::used)
                .extracting(PromptVariable::name)
                .contains("tone");
    }

    @Test
    void aTemplateWithErrorsIsRefusedAtTheFirst() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(
                        () -> PromptTemplate.parse("a.prompt", "\n{{#if a}}").requireValid())
                .withMessage("a.prompt:2:1: this block is not closed: add {{/if}}")
                .satisfies(error -> assertThat(error.location()).hasToString("a.prompt:2:1"));
    }

    @Test
    void aLongChainOfPartialsIsAFindingAndNoOverflow() {
        PartialSource endless = name -> java.util.Optional.of(PromptTemplate.parse(
                "_" + name + ".prompt", "{{> p" + (Integer.parseInt(name.substring(1)) + 1) + "}}"));
        var template = PromptTemplate.parse("a.prompt", "{{> p0}}");

        assertThat(PromptLint.check(template, endless))
                .extracting(Diagnostic::name)
                .containsExactly("deep-partials");
        assertThat(template.variables(endless)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#if a}} \n{{/if}}", "{{#each a}}{{! nothing yet }}{{else}}{{/each}}"})
    void aBlockWithoutContentIsPointedOut(String body) {
        assertThat(PromptLint.check(PromptTemplate.parse("a.prompt", body), PartialSource.NONE))
                .singleElement()
                .asString()
                .contains("a.prompt:1:1: warning: empty-block: this block prints nothing");
    }

    @Test
    void aBlockWithContentInOneBranchIsNoEmptyBlock() {
        assertThat(PromptLint.check(PromptTemplate.parse("a.prompt", "{{#if a}}{{else}}x{{/if}}"), PartialSource.NONE))
                .isEmpty();
    }

    @Test
    void blocksThatAreNestedTooDeepAreToldOnce() {
        String open = "{{#if a}}".repeat(200);
        String close = "x{{else}}y{{/if}}".repeat(200);

        assertThat(PromptTemplate.parse("p", open + close).diagnostics().stream()
                        .filter(one -> one.severity() == Severity.ERROR))
                .extracting(Diagnostic::name)
                .containsExactly("too-deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a//b", "C:/x", ".hidden/x", "a/b."})
    void aPartialThatNoFileCanHoldIsNotOfferedToBeMade(String name) {
        var prompt = PromptTemplate.parse("p", "{{> \"" + name + "\"}}");

        assertThat(PromptLint.check(prompt, PartialSource.NONE))
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("write a path within prompts/"))
                .noneMatch(message -> message.contains("create prompts/"));
    }
}
