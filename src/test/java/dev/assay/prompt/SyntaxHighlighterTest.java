package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxHighlighterTest {
    private static List<String> colours(String source) {
        return SyntaxHighlighter.highlight(source).stream()
                .map(span -> span.kind() + " " + source.substring(span.start(), span.end()))
                .toList();
    }

    @Test
    void frontMatterIsColoured() {
        assertThat(colours(
                        "# c\n---\nmodel: a/b # why\nn: 3\nlist:\n  - \"x # y\"\nt: |\n  some: text\nu: 'q'\n---\nHi"))
                .containsExactly(
                        "COMMENT # c",
                        "FRONT_MATTER_FENCE ---",
                        "FRONT_MATTER_KEY model",
                        "FRONT_MATTER_VALUE a/b",
                        "COMMENT # why",
                        "FRONT_MATTER_KEY n",
                        "NUMBER 3",
                        "FRONT_MATTER_KEY list",
                        "STRING \"x # y\"",
                        "FRONT_MATTER_KEY t",
                        "FRONT_MATTER_VALUE |",
                        "FRONT_MATTER_VALUE some: text",
                        "FRONT_MATTER_KEY u",
                        "STRING 'q'",
                        "FRONT_MATTER_FENCE ---");
    }

    @Test
    void tagsAreColoured() {
        assertThat(
                        colours(
                                "{{#each a.b as |x|}}{{json x indent=2}}{{> dir/p k=true}}{{role \"user\"}}{{else if (lookup a b)}}{{/each}}"))
                .containsExactly(
                        "DELIMITER {{#",
                        "KEYWORD each",
                        "VARIABLE a.b",
                        "KEYWORD as",
                        "DELIMITER |",
                        "VARIABLE x",
                        "DELIMITER |}}{{",
                        "HELPER json",
                        "VARIABLE x",
                        "HELPER indent",
                        "DELIMITER =",
                        "NUMBER 2",
                        "DELIMITER }}{{>",
                        "PARTIAL dir/p",
                        "HELPER k",
                        "DELIMITER =",
                        "NUMBER true",
                        "DELIMITER }}{{",
                        "HELPER role",
                        "STRING \"user\"",
                        "DELIMITER }}{{",
                        "KEYWORD else",
                        "KEYWORD if",
                        "DELIMITER (",
                        "HELPER lookup",
                        "VARIABLE a",
                        "VARIABLE b",
                        "DELIMITER )}}{{/",
                        "KEYWORD each",
                        "DELIMITER }}");
    }

    @Test
    void whatIsBrokenStaysLocal() {
        assertThat(colours("{{name\nplain {{x}} \\{{text}} {{! c }} {{#nope y}}"))
                .containsExactly(
                        "DELIMITER {{",
                        "VARIABLE name",
                        "DELIMITER {{",
                        "VARIABLE x",
                        "DELIMITER }}",
                        "COMMENT {{! c }}",
                        "DELIMITER {{#",
                        "ERROR nope",
                        "VARIABLE y",
                        "DELIMITER }}");
        assertThat(colours("---\nmodel: a"))
                .containsExactly("FRONT_MATTER_FENCE ---", "FRONT_MATTER_KEY model", "FRONT_MATTER_VALUE a");
        assertThat(colours("{{role \"user}}\nx")).containsExactly("DELIMITER {{", "HELPER role", "ERROR \"user}}");
    }
}
