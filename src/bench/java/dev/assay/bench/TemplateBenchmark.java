package dev.assay.bench;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.TemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import com.github.jknack.handlebars.io.StringTemplateSource;
import dev.assay.prompt.PartialSource;
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
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Parses and renders one prompt by Assay and by Handlebars.java, and prints how many times faster Assay is. Handlebars.java
 * is set up as a prompt needs it: no escaping, standalone tags stripped, maps only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TemplateBenchmark {
    private static final String PARTIAL = "Answer in {{language}}. Name your sources.\n";
    private static final String BODY = """
            {{role "system"}}
            You answer questions of {{customer.name}} about {{product}}.
            {{> tone}}
            {{#if strict}}
            Say that you do not know rather than guess.
            {{else}}
            Guess if you must, and say so.
            {{/if}}

            {{role "user"}}
            Documents:
            {{#each documents as |document|}}
            {{@index}}. {{document.title}}: {{document.text}}
            {{#unless @last}}
            ---
            {{/unless}}
            {{/each}}
            {{!-- what is asked stands last --}}
            Question: {{question}}
            """;
    private static final Map<String, Object> VALUES = Map.of(
            "customer", Map.of("name", "Lindt & Partners"),
            "product", "the returns desk",
            "language", "English",
            "strict", true,
            "question", "Can a worn shoe be sent back within the month?",
            "documents", List.of(
                    Map.of("title", "Returns", "text", "Goods may be sent back within 30 days."),
                    Map.of("title", "Shoes", "text", "Shoes must not have been worn outside."),
                    Map.of("title", "Fees", "text", "Sending goods back is free of charge.")));

    private final PartialSource partials = partials();
    private final PromptTemplate ours = PromptTemplate.parse("bench.prompt", BODY);
    private final PromptRenderer renderer = new PromptRenderer(partials);
    private final Handlebars handlebars = handlebars();
    private final Template theirs = compile(handlebars);

    private static PartialSource partials() {
        Optional<PromptTemplate> tone = Optional.of(PromptTemplate.parse("_tone.prompt", PARTIAL));
        return name -> name.equals("tone") ? tone : Optional.empty();
    }

    private static Handlebars handlebars() {
        return new Handlebars(new OnePartial())
                .with(EscapingStrategy.NOOP)
                .prettyPrint(true)
                .registerHelper("role", (name, options) -> "<<<role:" + name + ">>>");
    }

    private static Template compile(Handlebars handlebars) {
        try {
            return handlebars.compileInline(BODY);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Benchmark
    public Object parseAssay() {
        return PromptTemplate.parse("bench.prompt", BODY);
    }

    @Benchmark
    public Object parseHandlebars() {
        return compile(handlebars);
    }

    @Benchmark
    public RenderedPrompt renderAssay() {
        return renderer.render(ours, VALUES, List.of());
    }

    @Benchmark
    public String renderHandlebars() throws IOException {
        return theirs.apply(Context.newBuilder(VALUES).resolver(MapValueResolver.INSTANCE).build());
    }

    /** Runs all four and prints the ratios. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(TemplateBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .build())
                .run();
        System.out.printf("parse:  Assay is %.1f times as fast as Handlebars.java%n", ratio(results, "parse"));
        System.out.printf("render: Assay is %.2f times as fast as Handlebars.java%n", ratio(results, "render"));
    }

    private static double ratio(Collection<RunResult> results, String step) {
        return score(results, step + "Assay") / score(results, step + "Handlebars");
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }

    /** Finds the one partial; nothing else is looked for on disk. */
    private static final class OnePartial implements TemplateLoader {
        private Charset charset = StandardCharsets.UTF_8;

        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            if (!location.equals("tone")) {
                throw new IOException("No partial " + location);
            }
            return new StringTemplateSource(location, PARTIAL);
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
}
