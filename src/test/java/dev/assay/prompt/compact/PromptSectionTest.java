package dev.assay.prompt.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.prompt.compact.PromptSection.Size;
import org.junit.jupiter.api.Test;

class PromptSectionTest {
    private static final String SOURCE = """
            ---
            model: a/b
            ---
            {{role "system"}}
            You sort tickets.

            # Rules
            Be brief.

            ## Tone
            Be kind.

            # Code
            ```
            a

            b
            ```
            {{role "user"}}
            {{#if plan}}
            Plan: {{plan}}

            More of it.
            {{/if}}

            Ticket: {{body}}
            """;

    @Test
    void headingsMakeSectionsAndBlankLinesTheRest() {
        assertThat(PromptSection.of(SOURCE, Size.SECTION))
                .extracting(PromptSection::title)
                .containsExactly("You sort tickets.", "# Rules", "# Code", "{{#if plan}}", "Ticket: {{body}}");
        assertThat(PromptSection.of(SOURCE, Size.PARAGRAPH))
                .extracting(PromptSection::line)
                .containsExactly(5, 7, 10, 13, 20, 26);
    }

    @Test
    void withoutASectionTheRestIsAsItWas() {
        PromptSection rules = PromptSection.of(SOURCE, Size.SECTION).get(1);

        assertThat(rules.without()).isEqualTo(SOURCE.replace("# Rules\nBe brief.\n\n## Tone\nBe kind.\n\n", ""));
        assertThat(rules.tags()).isEmpty();
        assertThat(PromptSection.of(SOURCE, Size.SECTION).get(3).tags())
                .containsExactly("{{#if plan}}", "{{plan}}", "{{/if}}");
    }

    @Test
    void whatIsLeftCanBeReadAndKeepsItsMessages() {
        for (Size size : Size.values()) {
            for (PromptSection section : PromptSection.of(SOURCE, size)) {
                assertThat(TagSequence.difference(section.without(), section.without()))
                        .isEmpty();
                assertThat(section.without()).contains("{{role \"system\"}}", "{{role \"user\"}}", "model: a/b");
            }
        }
    }

    @Test
    void moreSectionsThanCanBeTriedAreRefusedWithTheMend() {
        assertThatThrownBy(() -> PromptSection.of("One line.\n\n".repeat(51), Size.SECTION))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("51 sections", "join some under headings");
    }

    @Test
    void aPromptOfOneParagraphHasNothingToLeaveOut() {
        assertThat(PromptSection.of("Explain {{a}}.\n", Size.SECTION)).isEmpty();
        assertThat(PromptSection.of("---\nmodel: a/b\n---\n{{role \"user\"}}\nExplain {{a}}.\n", Size.SECTION))
                .isEmpty();
        assertThat(PromptSection.of("", Size.PARAGRAPH)).isEmpty();
    }
}
