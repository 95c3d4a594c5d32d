package dev.assay.prompt.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactorTest {
    private static Compaction compact(String source) {
        return compact(source, PartialSource.NONE);
    }

    private static Compaction compact(String source, PartialSource partials) {
        return Compactor.of(PromptTemplate.parse("prompts/a.prompt", source), partials);
    }

    private static PartialSource partial(String name, String text) {
        return asked -> asked.equals(name)
                ? Optional.of(PromptTemplate.parse("prompts/_" + name + ".prompt", text))
                : Optional.empty();
    }

    @Test
    void whiteSpaceOutsideOfWhatHasAFormGoes() {
        Compaction compaction = compact("Say   it short. \n\n\n\nAnswer in {{language}}.\t\n");

        assertThat(compaction.text()).isEqualTo("Say it short.\n\nAnswer in {{language}}.\n");
        assertThat(compaction.edits())
                .extracting(CompactEdit::rule)
                .containsExactly(
                        CompactRule.REPEATED_SPACE,
                        CompactRule.TRAILING_SPACE,
                        CompactRule.BLANK_LINES,
                        CompactRule.TRAILING_SPACE);
        assertThat(compaction.edits()).extracting(CompactEdit::line).containsExactly(1, 1, 3, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```python\ndef f(x):   \n\n\n    return  x\n```",
                "~~~\na   b\n\n\n\nc\n~~~",
                "- list:\n  ```\n  a   b  \n  ```",
                "```\nnever   closed \n\n\n",
                "Code:\n\n    if x:\n\n\n        go   on\n\nEnd.",
                "| a   | b |\n|-----|---|\n| 1   | 2 |",
                "name     price\napple    3\npear     4",
                "a\tb   c\td",
                "{\n  \"a\":   1,\n\n\n  \"b\": \"x   y\"\n}",
                "Return {\"a\":   1} only.",
                "[\n  1,   2,\n\n\n  3\n]",
                "Use \"a   b\" and 'c   d' and `e   f` and [g   h].",
                "<document>\na   b\n\n\nc\n</document>",
                "<pre>a   b</pre>",
                "## Examples\n\nInput:   x \n\n\nOutput:   y\n",
                "Example:\n\na   b\n",
                "Q:   what?\nA:   that",
                "{{{{raw}}}}a   b \n\n\n{{x}}{{{{/raw}}}}",
                "{{json   value   indent=2}}",
                "-   item\n    goes on\n-   item two",
                "1.   one\n     more",
                "> -   quoted",
                "First line  \nsecond line",
                "{{name}}   {{age}}",
                "\\{{not   a tag}}",
            })
    void whatHasAFormStaysAsItIs(String body) {
        assertThat(compact(body).edits()).isEmpty();
    }

    @Test
    void anEscapedTagIsAWordLikeOthers() {
        assertThat(compact("a \\{{b}} c   d").text()).isEqualTo("a \\{{b}} c d");
    }

    @Test
    void frontMatterIsLeftAlone() {
        String head = "---\nmodel:   offline/brief  \n\n\ninput:\n  schema:\n    a?: string  \n---\n";

        Compaction compaction = compact(head + "{{a}} b   c");

        assertThat(compaction.text()).isEqualTo(head + "{{a}} b c");
    }

    @Test
    void lineEndsOfWindowsStay() {
        assertThat(compact("a b.  \r\n\r\n\r\n\r\nc").text()).isEqualTo("a b.\r\n\r\nc");
    }

    @Test
    void aLineThatStoodThereBeforeGoesWithTheReason() {
        Compaction compaction = compact("""
                {{role "system"}}
                Use plain English only.

                Rules
                - Name every owner.
                - Use plain English only.
                - Give amounts.
                """);

        assertThat(compaction.text()).isEqualTo("""
                {{role "system"}}
                Use plain English only.

                Rules
                - Name every owner.
                - Give amounts.
                """);
        assertThat(compaction.edits()).singleElement().satisfies(edit -> {
            assertThat(edit.rule()).isEqualTo(CompactRule.REPEATED_INSTRUCTION);
            assertThat(edit.reason()).isEqualTo("line 2 says this already");
            assertThat(edit.line()).isEqualTo(6);
        });
    }

    @Test
    void aSentenceThatStoodThereBeforeGoesEvenAcrossLines() {
        assertThat(compact("Keep every amount. Be\nprecise. Keep every\namount. Write English.")
                        .text())
                .isEqualTo("Keep every amount. Be\nprecise. Write English.");
        assertThat(compact("Keep every amount.\n\nKeep every amount. Write English.")
                        .text())
                .isEqualTo("Keep every amount.\n\nWrite English.");
        assertThat(compact("Keep every amount.\n\nWrite English.\n\nKeep every amount.")
                        .text())
                .isEqualTo("Keep every amount.\n\nWrite English.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{role \"system\"}}\nKeep every amount.\n{{role \"user\"}}\nKeep every amount.",
                "{{#if a}}Keep every amount.\n{{/if}}\nKeep every amount.",
                "{{#if a}}\nKeep every amount.\n{{else}}\nKeep every amount.\n{{/if}}",
                "If it is late:\n- Return the form.\n\nIf it is early:\n- Return the form.",
                "1. Keep every amount.\n2. Write English.\n3. Keep every amount.",
                "Stop here at once. In that case ask them.\n\nGo on now. In that case ask them.",
                "Read all of them. And write a line.\n\nGo on now. And write a line.",
                "If late, stop. Otherwise go on.\nIf early, wait. Otherwise go on.",
                "Keep amounts:\n- a\n\nKeep amounts:\n- b",
                "- Return the form.\n  - signed\n\n- Return the form.\n  - unsigned",
                "Write to\n{{name}} plain English.\n\nWrite to.",
                "Ask {{a}}. Use plain English\nonly on Monday.\n\nUse plain English.",
                "Keep every amount.\n\nAsk {{a}}. Keep every amount.",
                "Keep every amount.\n\nWho does not know\n{{a}} should\nkeep every amount. Go.",
                "## Style guide\na\n\n## Style guide\nb",
                "Yes. No. Yes.",
                "Is it late at all? Write English. Is it late at all?",
                "```\nKeep every amount.\nKeep every amount.\n```",
            })
    void whatMayMeanSomethingElseInItsPlaceStays(String body) {
        assertThat(compact(body).edits()).isEmpty();
    }

    @Test
    void aClauseOfItsOwnPointsNowhere() {
        assertThat(compact("Keep every date and hour that is given.\n\nGo on. Keep every date and hour that is given.")
                        .text())
                .isEqualTo("Keep every date and hour that is given.\n\nGo on.");
    }

    @Test
    void aSentenceNextToATagCounts() {
        assertThat(compact("Ask {{a}} first. Keep every amount.\n\nGo on. Keep every amount.")
                        .text())
                .isEqualTo("Ask {{a}} first. Keep every amount.\n\nGo on.");
    }

    @Test
    void whatIsSaidAnywayNeedNotBeSaidOnACondition() {
        assertThat(compact("Keep every amount.\n{{#if a}}\nKeep every amount.\nMore of {{a}}.\n{{/if}}\n")
                        .text())
                .isEqualTo("Keep every amount.\n{{#if a}}\nMore of {{a}}.\n{{/if}}\n");
    }

    @Test
    void anExampleThatStoodThereBeforeGoes() {
        Compaction tags = compact(
                "<example>\na {{x}}\n</example>\n\n<example>\nb\n</example>\n\n<example>\na {{x}}\n</example>\n");
        assertThat(tags.text()).isEqualTo("<example>\na {{x}}\n</example>\n\n<example>\nb\n</example>\n");
        assertThat(tags.edits())
                .singleElement()
                .extracting(CompactEdit::reason)
                .isEqualTo("the example of line 1 again");

        assertThat(compact("Example 1: a\nb\n\nExample 2: c\n\nExample 3: a\nb\n\nGo.")
                        .text())
                .isEqualTo("Example 1: a\nb\n\nExample 2: c\n\nGo.");
    }

    @Test
    void aPartialThatIsThereAlreadyOrRendersToNothingGoes() {
        String twice = "A.\n\n{{> style}}\n\nB.\n\n{{> style}}\n\nC.";
        assertThat(compact(twice, partial("style", "Be brief.\n{{name}}")).text())
                .isEqualTo("A.\n\n{{> style}}\n\nB.\n\nC.");
        assertThat(compact(twice, partial("style", "{{! nothing}}\n")).text()).isEqualTo("A.\n\nB.\n\nC.");
        assertThat(compact(twice, partial("style", "{{role \"user\"}}\nx")).edits())
                .isEmpty();
        assertThat(compact(twice).edits()).isEmpty();
        assertThat(compact("{{#if a}}{{> style}}{{/if}}{{> style}}", partial("style", "x"))
                        .edits())
                .isEmpty();
    }

    @Test
    void aLineThatNobodyCouldLookThroughStays() {
        assertThat(compact("word   ".repeat(1000) + "\nb   c").text()).isEqualTo("word   ".repeat(1000) + "\nb c");
    }

    @Test
    void everyOneOfManyEditsIsMade() {
        assertThat(compact("- Keep every date.\n".repeat(5000)).text()).isEqualTo("- Keep every date.\n");
        assertThat(compact("a b.   \n".repeat(5000)).text()).isEqualTo("a b.\n".repeat(5000));
    }

    @Test
    void someOfTheEditsCanBeMadeWithoutTheOthers() {
        Compaction compaction = compact("a   b \n\n\n\nc");

        assertThat(compaction.text(compaction.edits().subList(0, 1))).isEqualTo("a b \n\n\n\nc");
        assertThat(compaction.text(compaction.edits().subList(2, 3))).isEqualTo("a   b \n\nc");
        assertThat(compaction.text(java.util.List.of())).isEqualTo(compaction.source());
    }

    @Test
    void anInputThatNothingUsesIsToldAndStays() {
        Compaction compaction = compact("---\ninput:\n  schema:\n    a?: string\n    b?: string\n---\n{{a}}");

        assertThat(compaction.edits()).isEmpty();
        assertThat(compaction.notes()).singleElement().asString().startsWith("'b' is declared and not used");
    }

    @Test
    void aBrokenPromptIsRefusedWithThePlace() {
        assertThatThrownBy(() -> compact("a\n{{#if x}}b"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("prompts/a.prompt:2:1");
    }
}
