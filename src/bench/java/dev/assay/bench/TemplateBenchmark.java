package dev.assay.bench;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.RenderedPrompt;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Parses and renders one prompt with roles, a condition, a loop and a partial, by Assay and by Handlebars.java. The
 * program prints how many times as fast Assay is.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TemplateBenchmark {
    private static final String BODY =
            """
            {{role "system"}}
            You are a support agent of {{company}}. Answer in {{language}}, in a {{tone}} tone.
            {{> rules}}
            {{role "user"}}
            {{#if customer.premium}}
            The customer {{customer.name}} has a premium contract since {{customer.since}}.
            {{else}}
            The customer is {{customer.name}}.
            {{/if}}
            Earlier tickets:
            {{#each tickets as |ticket i|}}
            {{i}}. {{ticket.title}} ({{ticket.state}}){{#unless @last}};{{/unless}}
            {{/each}}
            Question: {{question}}
            """;
    private static final String RULES =
            """
            - Never promise a refund above {{limit}} EUR.
            - {{#if escalate}}Offer to call back.{{else}}Do not offer a call.{{/if}}
            """;
    private static final Map<String, Object> VALUES = Map.of(
            "company", "Lighthouse Travel",
            "language", "English",
            "tone", "calm",
            "limit", 50L,
            "escalate", true,
            "customer", Map.of("name", "Ada Lovelace", "premium", true, "since", "2021"),
            "tickets",
                    List.of(
                            Map.of("title", "Lost luggage in Lisbon", "state", "closed"),
                            Map.of("title", "Wrong seat", "state", "closed"),
                            Map.of("title", "Refund of a cancelled ferry", "state", "open")),
            "question", "When will I get my money back?");

    private final PromptTemplate rules = PromptTemplate.parse("_rules.prompt", RULES);
    private final PromptRenderer renderer = new PromptRenderer(name -> Optional.of(rules));
    private final PromptTemplate ours = PromptTemplate.parse("bench.prompt", BODY);
    private final Handlebars handlebars = handlebars();

    /** With a cache, or the partial would be parsed at every rendering. */
    private final Template theirs = compile(handlebars().with(new ConcurrentMapTemplateCache()));

    /** A whole prompt file with its diagnostics. */
    @Benchmark
    public PromptTemplate parseAssay() {
        return PromptTemplate.parse("bench.prompt", BODY);
    }

    @Benchmark
    public Template parseHandlebars() {
        return compile(handlebars);
    }

    /** To messages. */
    @Benchmark
    public RenderedPrompt renderAssay() {
        return renderer.render(ours, VALUES, List.of());
    }

    /** To one text, in which the roles are marked as the format's first implementation does. */
    @Benchmark
    public String renderHandlebars() throws IOException {
        return theirs.apply(
                Context.newBuilder(VALUES).resolver(MapValueResolver.INSTANCE).build());
    }

    private static Template compile(Handlebars handlebars) {
        try {
            return handlebars.compileInline(BODY);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Handlebars handlebars() {
        return new Handlebars(new OnePartial())
                .with(EscapingStrategy.NOOP)
                .prettyPrint(true)
                .registerHelper("role", (context, options) -> "<<<dotprompt:role:" + context + ">>>");
    }

    /** Finds the one partial, whatever its name. */
    private static final class OnePartial implements TemplateLoader {
        private Charset charset = StandardCharsets.UTF_8;

        @Override
        public TemplateSource sourceAt(String location) {
            return new StringTemplateSource(location, RULES);
        }

        @Override
        public String resolve(String location) {
            return location;
        }

        @Override
        public String getPrefix() {
            return "";
        }

        @Override
        public String getSuffix() {
            return "";
        }

        @Override
        public void setPrefix(String prefix) {}

        @Override
        public void setSuffix(String suffix) {}

        @Override
        public void setCharset(Charset charset) {
            this.charset = charset;
        }

        @Override
        public Charset getCharset() {
            return charset;
        }
    }

    /** Runs all four and prints the ratios. */
    public static void main(String[] args) throws RunnerException, IOException {
        var bench = new TemplateBenchmark();
        System.out.println("template of " + BODY.length() + " characters renders to "
                + bench.renderAssay().messages().stream()
                        .mapToInt(message -> message.text().length())
                        .sum()
                + " (Assay) and " + bench.renderHandlebars().length() + " (Handlebars.java, with marks)");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(TemplateBenchmark.class.getName())
                        .build())
                .run();
        System.out.printf("parse: %.1f times as fast%n", score(results, "parseAssay") / score(results, "parseHandlebars"));
        System.out.printf(
                "render: %.2f times as fast%n", score(results, "renderAssay") / score(results, "renderHandlebars"));
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith(method))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }
}
