package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.equivalence.Equivalence;
import dev.assay.exchange.equivalence.RenderedTurn;
import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.handlebars.PromptText;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.mustache.Mustache;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.BraceVariables;
import dev.assay.exchange.syntax.FString;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Role;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates made by chance render alike on both sides, or the report says that somebody must look. */
class ConvertedTemplatesTest {
    private static final int TEMPLATES = 4000;

    private static final List<String> TEXTS = List.of(
            "Hello", " ", "\n", "\n\n", "  \n", "\n  ", "a {b} c", "}", "x\\", "\\\\", "---", "# no", "\r\n", "\t",
            "ä🍎", "\"q\"", "<b>", "}}", "$x", "|", "~");

    /** The languages, each with a writer of random templates. */
    enum Language {
        F_STRING,
        MUSTACHE,
        JINJA,
        NUNJUCKS,
        BRACES
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void bothSidesRenderAlikeOrItIsSaid(Language language) {
        var random = new Random(20261125);
        int alike = 0;
        for (int i = 0; i < TEMPLATES; i++) {
            String template = template(language, random, 0, List.of());
            var report = new Report.Builder();
            ParsedTemplate parsed = parse(language, template, report);
            Optional<String> difference = difference(parsed, Map.of("description", "d"));
            boolean said = report.build().count(Outcome.NEEDS_HAND) > 0;
            assertThat(difference.isEmpty() || said || jsListIsTrue(language, template))
                    .describedAs(
                            "%s: <%s>%n%s%n%s",
                            language, template, PromptText.of(Map.of("description", "d"), turns(parsed)), difference)
                    .isTrue();
            alike += difference.isEmpty() ? 1 : 0;
        }
        assertThat(alike)
                .describedAs("a test that hardly converts anything proves nothing")
                .isGreaterThan(TEMPLATES / 2);
    }

    @Test
    void textWithoutMeaningStaysAsItIs() {
        for (String text : List.of(
                "{{x}}",
                "\\{{x}}",
                "\\\\{{x}}",
                "{{{x}}}",
                "{{{{raw}}}}",
                "{",
                "{{",
                "a\\",
                " lead",
                "trail ",
                "\n",
                "---\na: b\n---\n",
                "{{#if x}}",
                "{{!-- c --}}",
                "# heading")) {
            assertThat(difference(ParsedTemplate.literal(text), Map.of()))
                    .describedAs("<%s>", text)
                    .isEmpty();
            assertThat(difference(ParsedTemplate.literal(text), Map.of("description", "d")))
                    .describedAs("<%s>", text)
                    .isEmpty();
        }
    }

    /** An empty list is true in JavaScript and false here; the difference names it. */
    private static boolean jsListIsTrue(Language language, String template) {
        return language == Language.NUNJUCKS && template.contains("if xs");
    }

    private static Optional<String> difference(ParsedTemplate parsed, Map<String, Object> frontMatter) {
        List<Turn> turns = turns(parsed);
        String file = PromptText.of(frontMatter, turns);
        return Equivalence.difference(
                PromptTemplate.parse("prompts/x.prompt", file),
                PartialSource.NONE,
                values -> List.of(new RenderedTurn(Role.USER, parsed.evaluator().apply(values))),
                SampleValues.of(turns));
    }

    private static List<Turn> turns(ParsedTemplate parsed) {
        return List.of(new Turn.Message(Role.USER, parsed.parts()));
    }

    private static ParsedTemplate parse(Language language, String template, Report.Builder report) {
        return switch (language) {
            case F_STRING -> FString.parse(template, "", report);
            case MUSTACHE ->
                Mustache.parse(
                        template,
                        "",
                        Map.of("name", "Ada", "on", true, "xs", List.of(Map.of("v", "w")), "flag", false),
                        Set.of(),
                        report);
            case JINJA -> Jinja.parse(template, "", Printed.PYTHON, report);
            case NUNJUCKS -> Jinja.parse(template, "", Printed.JAVASCRIPT, report);
            case BRACES -> BraceVariables.parse(template);
        };
    }

    private static String template(Language language, Random random, int depth, List<String> locals) {
        var out = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            out.append(
                    random.nextInt(3) > 0
                            ? text(language, TEXTS.get(random.nextInt(TEXTS.size())))
                            : tag(language, random, depth, locals));
        }
        return out.toString();
    }

    private static String text(Language language, String text) {
        return language == Language.F_STRING ? FString.escape(text) : text;
    }

    private static String tag(Language language, Random random, int depth, List<String> locals) {
        return switch (language) {
            case F_STRING -> random.nextInt(6) == 0 ? "{name:>4}" : "{name}";
            case BRACES -> "{{ name }}";
            case MUSTACHE -> mustache(random, depth, locals);
            case JINJA, NUNJUCKS -> jinja(language, random, depth, locals);
        };
    }

    private static String mustache(Random random, int depth, List<String> locals) {
        int kind = random.nextInt(depth > 2 ? 2 : 6);
        return switch (kind) {
            case 0 -> "{{name}}";
            case 1 -> locals.contains("x") ? "{{v}}" : "{{{name}}}";
            case 2 -> "{{#on}}" + template(Language.MUSTACHE, random, depth + 1, locals) + "{{/on}}";
            case 3 -> "{{^flag}}" + template(Language.MUSTACHE, random, depth + 1, locals) + "{{/flag}}";
            case 4 -> "{{! a remark }}";
            default ->
                locals.contains("x")
                        ? "{{v}}"
                        : "{{#xs}}" + template(Language.MUSTACHE, random, depth + 1, List.of("x")) + "{{/xs}}";
        };
    }

    private static String jinja(Language language, Random random, int depth, List<String> locals) {
        String open = random.nextInt(4) == 0 ? "{%- " : "{% ";
        String close = random.nextInt(4) == 0 ? " -%}" : " %}";
        int kind = random.nextInt(depth > 2 ? 4 : 9);
        return switch (kind) {
            case 0 -> "{{ name }}";
            case 1 -> locals.isEmpty() ? "{{name}}" : "{{ " + locals.getLast() + ".v }}";
            case 2 -> "{{- name -}}";
            case 3 -> random.nextInt(3) == 0 ? "{{ name | upper }}" : "{# remark #}";
            case 4 ->
                open + "if on" + close + template(language, random, depth + 1, locals) + open + "else" + close
                        + template(language, random, depth + 1, locals) + open + "endif" + close;
            case 5 ->
                open + "if plan == \"pro\"" + close + template(language, random, depth + 1, locals) + open
                        + "elif not on" + close + template(language, random, depth + 1, locals) + open + "endif"
                        + close;
            case 6, 7 -> {
                String local = "x" + locals.size();
                List<String> inner = java.util.stream.Stream.concat(locals.stream(), java.util.stream.Stream.of(local))
                        .toList();
                yield open + "for " + local + " in " + (locals.isEmpty() ? "xs" : locals.getLast() + ".ys") + close
                        + template(language, random, depth + 1, inner)
                        + (random.nextBoolean() ? "{% if not loop.last %}, {% endif %}" : "")
                        + open + "endfor" + close;
            }
            default -> "{{ ys | join(\", \") }}";
        };
    }
}
