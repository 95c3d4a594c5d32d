package dev.assay.prompt.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PromptLint;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.assist.mend.NewFile;
import dev.assay.prompt.assist.mend.QuickFix;
import dev.assay.prompt.assist.mend.QuickFixes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickFixesTest {
    private static final Known KNOWN = Caret.known(Map.of("style", "Be kind."));

    @Test
    void aVariableIsDeclaredBelowTheOthersAndRemarksStay() {
        String text = """
                ---
                # who made this
                model: acme/large
                input:
                    # the inputs
                    schema:
                        a: string # first
                        # more to come
                    default:
                        a: x
                ---
                {{a}} {{b}}
                """;

        assertThat(mend(text, "Declare 'b' in input.schema"))
                .isEqualTo(text.replace("a: string # first\n", "a: string # first\n        b: string\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{b}}                                               | ---\\ninput:\\n  schema:\\n    b: string\\n---\\n{{b}}
            ---\\nmodel: x\\n---\\n{{b}}                        | ---\\nmodel: x\\ninput:\\n  schema:\\n    b: string\\n---\\n{{b}}
            ---\\ninput:\\n---\\n{{b}}                          | ---\\ninput:\\n  schema:\\n    b: string\\n---\\n{{b}}
            ---\\ninput:\\n  schema:\\n---\\n{{b}}              | ---\\ninput:\\n  schema:\\n    b: string\\n---\\n{{b}}
            ---\\ninput: {schema: {a: string}}\\n---\\n{{a}}{{b}} | ---\\ninput: {schema: {a: string, b: string}}\\n---\\n{{a}}{{b}}
            ---\\ninput: {}\\n---\\n{{b}}                       | ---\\ninput: {schema: {b: string}}\\n---\\n{{b}}
            ---\\ninput:\\n  default:\\n    a: 1\\n---\\n{{a}}{{b}} | ---\\ninput:\\n  schema:\\n    b: string\\n  default:\\n    a: 1\\n---\\n{{a}}{{b}}
            ---\\ninput:\\n  schema:\\n    a(object):\\n      c: string\\n---\\n{{a.c}}{{b}} | ---\\ninput:\\n  schema:\\n    a(object):\\n      c: string\\n    b: string\\n---\\n{{a.c}}{{b}}
            ---\\ninput:\\n  schema:\\n    type: object\\n    properties:\\n      a: {type: string}\\n---\\n{{a}}{{b}} | ---\\ninput:\\n  schema:\\n    type: object\\n    properties:\\n      a: {type: string}\\n      b: {type: string}\\n---\\n{{a}}{{b}}
            """)
    void whatIsMissingAroundADeclarationIsMade(String written, String expected) {
        String text = written.replace("\\n", "\n");
        List<QuickFix> fixes = QuickFixes.at(text, text.indexOf("{{b}}") + 2, List.of(), KNOWN);

        assertThat(fixes).hasSize(1);
        String mended = Replacement.apply(text, fixes.getFirst().edits());
        assertThat(mended).isEqualTo(expected.replace("\\n", "\n"));
        assertThat(PromptTemplate.parse("p", mended).variables()).allMatch(variable -> variable.declared());
    }

    @Test
    void whatIsWalkedIsDeclaredAsAList() {
        String text = "---\ninput:\n  schema:\n    a: string\n---\n{{a}}{{#each list}}x{{/each}}";

        assertThat(mend(text, "Declare 'list' in input.schema")).contains("    list(array): string\n");
    }

    @Test
    void aMisspeltVariableIsChangedEverywhere() {
        String text =
                "---\ninput:\n  schema:\n    customer: string\n---\n{{custmer}} {{customer}} {{#if custmer}}x{{/if}}";

        assertThat(mend(text, "Change to 'customer'")).doesNotContain("custmer").contains("{{#if customer}}");
    }

    @Test
    void anUnusedVariableGoesWithItsDefault() {
        String text =
                "---\ninput:\n  schema:\n    a: string\n    b?(object):\n      c: string\n    # last\n    d: string\n  default:\n    b: {c: 1}\n    a: x\n---\n{{a}}{{d}}";

        assertThat(mend(text, "Remove 'b' from the inputs"))
                .isEqualTo(
                        "---\ninput:\n  schema:\n    a: string\n    # last\n    d: string\n  default:\n    a: x\n---\n{{a}}{{d}}");
        assertThat(mend("---\nmodel: x\ninput:\n  schema:\n    a: string\n---\nx", "Remove 'a' from the inputs"))
                .isEqualTo("---\nmodel: x\n---\nx");
        assertThat(mend("---\ninput: {schema: {a: string, b: string}}\n---\n{{a}}", "Remove 'b' from the inputs"))
                .isEqualTo("---\ninput: {schema: {a: string}}\n---\n{{a}}");
    }

    @Test
    void anUnknownToolOrSchemaIsMadeOrRenamed() {
        Known known = Caret.known(Map.of(), Caret.definitions());
        String tools = "---\ntools: [find_order, find_ordr]\n---\nx";
        assertThat(titles(tools, known))
                .containsExactly("Change to 'find_order'", "Create the tool tools/find_ordr.yaml");
        assertThat(fixes(tools, known).getLast().newFile()).isEqualTo(new NewFile(NewFile.Kind.TOOL, "find_ordr"));
        assertThat(Replacement.apply(tools, fixes(tools, known).getFirst().edits()))
                .isEqualTo("---\ntools: [find_order, find_order]\n---\nx");

        String schema = "---\noutput:\n  schema:\n    home: \"Adress, where\"\n---\nx";
        assertThat(titles(schema, known))
                .containsExactly("Change to 'Address'", "Create the schema schemas/Adress.yaml");
        assertThat(Replacement.apply(schema, fixes(schema, known).getFirst().edits()))
                .isEqualTo(schema.replace("Adress", "Address"));
        assertThat(titles("---\noutput:\n  schema:\n    home: strin\n---\nx", known))
                .contains("Change to 'string'");
        assertThat(titles("---\ntools: [\"send mail\"]\n---\nx", known)).isEmpty();
    }

    private static List<QuickFix> fixes(String text, Known known) {
        var template = PromptTemplate.parse("p", text, known.definitions().get());
        Diagnostic problem = PromptLint.check(template, known.partials()).getFirst();
        return QuickFixes.of(text, problem, known);
    }

    private static List<String> titles(String text, Known known) {
        return fixes(text, known).stream().map(QuickFix::title).toList();
    }

    @Test
    void aMissingPartialIsMadeOrRenamed() {
        assertThat(mend("{{> styl}}", "Change to 'style'")).isEqualTo("{{> style}}");

        QuickFix create = find("{{> a/new}}", "Create the partial a/_new.prompt");
        assertThat(create.newFile()).isEqualTo(new NewFile(NewFile.Kind.PARTIAL, "a/new"));
        assertThat(QuickFix.fileName("a/new")).isEqualTo("a/_new");
        assertThat(titles("{{> ../../new}}", KNOWN)).noneMatch(title -> title.startsWith("Create"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{#if a}}x                          | Close the block with {{/if}}  | {{#if a}}x\\n{{/if}}
            {{#if a}}x\\ny                      | Close the block with {{/if}}  | {{#if a}}x{{/if}}\\ny
            {{#each l}}\\n  {{#if a}}\\n  x\\n{{/each}} | Close the block with {{/if}} | {{#each l}}\\n  {{#if a}}\\n  x\\n  {{/if}}\\n{{/each}}
            x {{/if}} y                         | Remove {{/if}}                | x  y
            {{#if a}}x{{/each}}{{/if}}          | Change to {{/if}}             | {{#if a}}x{{/if}}{{/if}}
            Hi {{name\\nnext                    | Close the tag with }}         | Hi {{name}}\\nnext
            Hi {{name\\nnext                    | Treat the braces as text: \\{{ | Hi \\{{name\\nnext
            {{role "system}}                    | Close the string              | {{role "system"}}
            {{jsn a}}                           | Change to 'json'              | {{json a}}
            {{#eech a}}x{{/eech}}               | Change to 'each'              | {{#each a}}x{{/each}}
            {{#people}}x{{/people}}             | Write {{#each people}}        | {{#each people}}x{{/each}}
            {{role "sistem"}}                   | Change to "system"            | {{role "system"}}
            {{if a}}                            | Open a block: {{#if}}         | {{#if a}}{{/if}}
            {{section}}                         | Use the input of that name: {{this.section}} | {{this.section}}
            {{role "assistant"}}x               | Change to "model"             | {{role "model"}}x
            {{log a}}x                          | Remove this tag               | x
            {{log a}}x                          | Do not report deprecated-helper in this prompt | ---\\nassay.ignore: [deprecated-helper]\\n---\\n{{log a}}x
            ---\\nassay.ignore: [b]\\n---\\n{{log a}}x | Do not report deprecated-helper in this prompt | ---\\nassay.ignore: [b, deprecated-helper]\\n---\\n{{log a}}x
            ---\\nmodel: x\\nHello              | Close the front matter with --- | ---\\nmodel: x\\n---\\nHello
            ---\\nconfig:\\n  temprature: 1\\n---\\nx | Change to 'temperature'   | ---\\nconfig:\\n  temperature: 1\\n---\\nx
            """)
    void mistakesOfSyntaxAreMended(String written, String title, String expected) {
        assertThat(mend(written.replace("\\n", "\n"), title)).isEqualTo(expected.replace("\\n", "\n"));
    }

    private static QuickFix find(String text, String title) {
        List<Diagnostic> problems = PromptLint.check(PromptTemplate.parse("p", text), KNOWN.partials());
        List<QuickFix> fixes = problems.stream()
                .flatMap(problem -> QuickFixes.of(text, problem, KNOWN).stream())
                .toList();
        return fixes.stream()
                .filter(fix -> fix.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("problems " + problems + ", fixes " + fixes));
    }

    private static String mend(String text, String title) {
        return Replacement.apply(text, find(text, title).edits());
    }
}
