package dev.assay.prompt.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.Message;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every prompt, tried on thousands that are put together by chance. */
class CompactorPropertyTest {
    private static final String HEAD = "---\nmodel:  offline/brief \n\n\ninput:\n  schema:\n    a?: string\n---\n";
    private static final List<String> FORMED = List.of(
            "```\nx  =  1   \n\n\n\ny\n```",
            "{\n  \"k\":   [1,   2],\n\n\n  \"l\": \"{{a}}  \"\n}",
            "| a   | b   |\n|-----|-----|\n| {{a}}   | 2   |",
            "<data>\n  x   y\n\n\n\n  z  \n</data>",
            "    indented   code\n\n\n    more   code",
            "{{{{raw}}}}q   r  \n\n\n{{z}}{{{{/raw}}}}",
            "col1     col2\nval      val2");
    private static final List<String> LOOSE = List.of(
            "Keep   every amount. ",
            "Write  English.  Keep every amount.",
            "- Name the owner.",
            "-   Name the owner.\n    And the date.",
            "* {{a}}  is  given. ",
            "{{#if a}}",
            "{{else}}",
            "{{/if}}",
            "{{#each list}}\n-  {{this}} \n{{/each}}",
            "{{~a~}}   x",
            "x   {{a}}   y \t",
            "{{! a   comment }}",
            "{{> p}}",
            "\\{{no   tag}}   z",
            "{{role \"user\"}}",
            "unclosed [ bracket,  and ( another",
            "",
            " \t",
            "",
            "");
    private static final PartialSource PARTIALS =
            name -> java.util.Optional.of(PromptTemplate.parse("_p.prompt", "In the partial.\n"));

    private static String random(Random random) {
        var parts = new ArrayList<String>();
        int open = 0;
        for (int i = random.nextInt(14); i >= 0; i--) {
            String part = random.nextInt(4) == 0
                    ? "\n" + FORMED.get(random.nextInt(FORMED.size())) + "\n"
                    : LOOSE.get(random.nextInt(LOOSE.size()));
            if (part.equals("{{/if}}") || part.equals("{{else}}")) {
                if (open == 0 || part.equals("{{else}}") && parts.contains("{{else}}")) {
                    continue;
                }
                open -= part.equals("{{/if}}") ? 1 : 0;
            }
            open += part.equals("{{#if a}}") ? 1 : 0;
            parts.add(part);
        }
        while (open-- > 0) {
            parts.add("{{/if}}");
        }
        String end = random.nextInt(5) == 0 ? "\r\n" : "\n";
        return HEAD + String.join(end, parts) + (random.nextBoolean() ? end : "");
    }

    private static List<String> rendered(String source, Map<String, Object> values) {
        return new PromptRenderer(PARTIALS)
                .render(PromptTemplate.parse("a.prompt", source), values, List.of()).messages().stream()
                        .map(Message::text)
                        .toList();
    }

    private static List<String> words(List<String> texts) {
        return texts.stream()
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static final List<Map<String, Object>> VALUES = List.of(
            Map.of("a", "value   of \n\n\na", "list", List.of("x  y", "z")), Map.of("a", "", "list", List.of()));

    @Test
    void whatChangesWhiteSpaceChangesNothingElse() {
        int edited = 0;
        for (int seed = 0; seed < 3000; seed++) {
            String source = random(new Random(seed));
            Compaction compaction = compact(source);
            List<CompactEdit> space = compaction.edits().stream()
                    .filter(edit -> edit.rule().isSpaceOnly())
                    .toList();
            String after = compaction.text(space);
            edited += space.size();

            assertThat(after).describedAs("seed " + seed).startsWith(HEAD.stripTrailing());
            assertThat(TagSequence.difference(source, after))
                    .describedAs("seed " + seed)
                    .isEmpty();
            for (Map<String, Object> values : VALUES) {
                assertThat(words(rendered(after, values)))
                        .describedAs("seed " + seed + "\n" + source)
                        .isEqualTo(words(rendered(source, values)));
            }
            for (String formed : FORMED) {
                assertThat(count(after, formed))
                        .describedAs("seed " + seed + "\n" + source)
                        .isGreaterThanOrEqualTo(count(source, formed));
            }
        }
        assertThat(edited).isGreaterThan(3000);
    }

    @Test
    void whatIsValuesIsNeverTouched() {
        for (int seed = 0; seed < 500; seed++) {
            String source = random(new Random(seed));
            String value = "V  V \n\n\n\nV";
            long before = count(String.join("\n", rendered(source, Map.of("a", value, "list", List.of()))), value);
            long after = count(
                    String.join("\n", rendered(compact(source).text(), Map.of("a", value, "list", List.of()))), value);
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void everyChoiceOfEditsGivesAPromptWithTheSameInputsAndNoSentenceThatWasNotThere() {
        int repeated = 0;
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            String source = random(random);
            Compaction compaction = compact(source);
            List<CompactEdit> chosen = compaction.edits().stream()
                    .filter(edit -> random.nextBoolean())
                    .toList();
            repeated += (int)
                    chosen.stream().filter(edit -> !edit.rule().isSpaceOnly()).count();
            String after = compaction.text(chosen);

            assertThat(after.length()).isLessThanOrEqualTo(source.length());
            for (Map<String, Object> values : VALUES) {
                var known = sentences(rendered(source, values));
                assertThat(known)
                        .describedAs("seed " + seed + "\n" + source)
                        .containsAll(sentences(rendered(after, values)));
                assertThat(sentences(rendered(after, values)))
                        .describedAs("seed " + seed + "\n" + source)
                        .containsAll(known);
            }
        }
        assertThat(repeated).isGreaterThan(100);
    }

    @Test
    void afterWhiteSpaceIsGoneThereIsNoMoreOfIt() {
        for (int seed = 0; seed < 1000; seed++) {
            Compaction once = compact(random(new Random(seed)));
            Compaction again = compact(once.text());
            assertThat(again.edits().stream().filter(edit -> edit.rule() == CompactRule.TRAILING_SPACE))
                    .describedAs("seed " + seed + "\n" + once.text())
                    .isEmpty();
        }
    }

    private static Compaction compact(String source) {
        return Compactor.of(PromptTemplate.parse("a.prompt", source), PARTIALS);
    }

    private static HashSet<String> sentences(List<String> texts) {
        var sentences = new HashSet<String>();
        for (String text : texts) {
            for (String sentence : text.split("(?<=\\.)\\s|\\n")) {
                sentences.add(sentence.replaceAll("[-*\\s]+", " ").strip());
            }
        }
        sentences.remove("");
        return sentences;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }
}
