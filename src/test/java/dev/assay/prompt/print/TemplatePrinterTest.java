package dev.assay.prompt.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.source.Dialect;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Template;
import dev.assay.prompt.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is parsed, printed and parsed again is the same tree; what is printed twice is the same text. */
class TemplatePrinterTest {
    private static final int TEMPLATES = 10_000;

    @ParameterizedTest
    @EnumSource
    void aPrintedTemplateIsTheSameTree(Dialect dialect) {
        long same = IntStream.range(0, TEMPLATES)
                .filter(seed -> {
                    String text = new RandomTemplate(new Random(seed), !dialect.isStrict()).text();
                    return staysTheSame(seed, text, dialect);
                })
                .count();
        assertThat(same).isGreaterThan(TEMPLATES / 2);
    }

    private static boolean staysTheSame(int seed, String text, Dialect dialect) {
        Template template = parsed(text, dialect);
        if (!template.problems().isEmpty()) {
            return false;
        }
        String printed = TemplatePrinter.print(template);
        Supplier<String> told = () -> told(seed, text, printed);
        Template again = parsed(printed, dialect);
        assertThat(again.problems()).as(told).isEmpty();
        assertThat(Plain.nodes(again.nodes())).as(told).isEqualTo(Plain.nodes(template.nodes()));
        assertThat(TemplatePrinter.print(again)).as(told).isEqualTo(printed);
        assertThat(comments(again)).as(told).isEqualTo(comments(template));
        return true;
    }

    private static String told(int seed, String text, String printed) {
        return "seed %d%n--- text%n%s%n--- printed%n%s%n---".formatted(seed, text, printed);
    }

    private static Template parsed(String text, Dialect dialect) {
        return TemplateParser.parse(new SourceText("a.prompt", text), 0, text.length(), dialect);
    }

    /** What comments say, without the signs around it. */
    private static List<String> comments(Template template) {
        var found = new ArrayList<String>();
        comments(template.nodes(), template.source().text(), found);
        return found;
    }

    private static void comments(List<Node> nodes, String source, List<String> found) {
        for (Node node : nodes) {
            if (node instanceof Node.Comment comment) {
                String text = source.substring(comment.start(), comment.end());
                found.add(text.replaceAll("^\\{\\{~?!|~?\\}\\}$", "").strip());
            } else if (node instanceof Node.Block block) {
                block.branches().forEach(branch -> comments(branch.body(), source, found));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "---\\n---\\n,''",
        "---\\nmodel: x\\n---\\n\\n,\\n\\n",
        "# licence\\n---\\na: 1\\n---\\n,\\n",
        "\ufeff,''"
    })
    void aPrintedFileIsTheSamePrompt(String head, String foot) {
        UnaryOperator<String> lines = text -> text.replace("\\n", "\n");
        for (int i = 0; i < TEMPLATES / 5; i++) {
            int seed = i;
            String body = new RandomTemplate(new Random(seed), false).text();
            String text = lines.apply(head) + body + lines.apply(foot);
            Template before = bodyOf(text);
            if (before.problems().isEmpty()) {
                String printed = PromptPrinter.print(text);
                Supplier<String> told = () -> told(seed, text, printed);
                assertThat(Plain.nodes(bodyOf(printed).nodes())).as(told).isEqualTo(Plain.nodes(before.nodes()));
                assertThat(PromptPrinter.print(printed)).as(told).isEqualTo(printed);
            }
        }
    }

    private static Template bodyOf(String text) {
        var layout = FileLayout.of(text);
        return TemplateParser.parse(new SourceText("a.prompt", text), layout.bodyStart(), layout.bodyEnd());
    }

    static Stream<String> asWritten() {
        return Stream.of(
                "{{role \"system\"}}\nYou are {{name}}.\n",
                "{{#if a}}\n  yes\n{{else if b}}\n  perhaps\n{{else}}\n  no\n{{/if}}\nend",
                "{{#each xs as |x i|}}\n- {{x}}: {{i}}\n{{/each}}\n",
                "Say {{#if loud}}it loud{{else}}it{{/if}}.",
                "{{^if a}}no{{/if}}",
                "a\n  {{> dir/p ctx k=1 s=\"t\"}}\nb",
                "{{!-- a remark --}}\n{{! another }}\nx",
                "braces \\{{x}} and \\\\{{x}} and {single}",
                "{{#with (lookup a 'b')}}{{../c}}{{/with}}".replace('\'', '"'),
                "{{json this indent=2}}{{@root.x}}{{[odd key]}}{{this}}");
    }

    @Test
    void aTidyTemplateIsPrintedAsItIsWritten() {
        assertThat(asWritten()).allSatisfy(text -> {
            Template template = parsed(text, Dialect.STRICT);
            assertThat(template.problems()).isEmpty();
            assertThat(TemplatePrinter.print(template)).isEqualTo(text);
        });
    }

    @Test
    void otherSpellingsBecomeOne() {
        assertThat(printed("{{~#if a~}}\n x \n{{~^~}}\ny{{~/if~}}\n")).isEqualTo("{{#if a}}x{{else}}y{{/if}}");
        assertThat(printed("{{{ a }}}{{& b }}")).isEqualTo("{{a}}{{b}}");
        assertThat(printed("{{json x indent = 02}}")).isEqualTo("{{json x indent=2}}");
        assertThat(printed("{{~! c ~}}  x")).isEqualTo("{{! c }}\nx");
    }

    @Test
    void textThatATagWouldSwallowIsKeptApart() {
        assertThat(printed("{{{{raw}}}}{{{{{/raw}}}}{{a}}")).isEqualTo("{{{{raw}}}}{{{{{/raw}}}}{{a}}");
        assertThat(printed("{{{{raw}}}}\n  {{{{/raw}}}}{{! c}}\nx")).isEqualTo("\n  {{{{raw}}}}{{{{/raw}}}}{{! c}}\nx");
        assertThat(printed("{{a~}}\n  {{> p}}\nx")).isEqualTo("{{a~}}\n  {{> p}}\nx");
    }

    private static String printed(String text) {
        return TemplatePrinter.print(parsed(text, Dialect.STRICT));
    }
}
