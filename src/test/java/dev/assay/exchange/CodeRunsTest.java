package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.exchange.exporting.Destination;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.experiment.Dataset;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.provider.WireDialects;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.Dialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exported programs are run against a server on this machine and must send exactly what Assay itself sends. */
class CodeRunsTest {
    private static final String NASTY =
            "It's \"quoted\" \\ $HOME ${HOME} `id` $(id) %s {x} 🍎 zwölf\u2028end\r\n\tJSON\nEOF\n'''\"\"\"\n</script>\u0007";
    private static final String PROMPT = """
            ---
            model: %s/some-model
            config:
              temperature: 0.25
              maxOutputTokens: 50
            output:
              format: json
            ---
            {{role "system"~}}
            Braces { } \\{{ $1 'single' "double" \\n JSON
            JSON
            {{#if urgent}}Hurry.{{/if}}{{#each topics as |topic|}}- {{topic}}; {{/each}}{{json letter}}

            {{~role "user"~}}
            {{letter}} | {{print}} | {{a-b}} | {{a_b}} | {{System}} | {{count}}
            """;
    private static final Map<String, Object> VALUES = values();

    @TempDir
    private Path folder;

    private final BlockingQueue<JsonNode> bodies = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private HttpServer server;

    private static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("letter", NASTY);
        values.put("print", NASTY + "p");
        values.put("a-b", "dash");
        values.put("a_b", "line");
        values.put("System", "sys");
        values.put("count", 3.0);
        values.put("urgent", true);
        values.put("topics", List.of("fence", NASTY));
        return values;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(JsonMapper.builder().build().readTree(exchange.getRequestBody()));
            String bearer = exchange.getRequestHeaders().getFirst("Authorization");
            String plain = exchange.getRequestHeaders().getFirst("x-api-key");
            String google = exchange.getRequestHeaders().getFirst("x-goog-api-key");
            keys.add(Stream.of(bearer, plain, google)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("none"));
            String parts = "[{\"type\": \"text\", \"text\": \"done\"}]";
            String message = "[{\"type\": \"message\", \"content\": " + parts + "}]";
            boolean bedrock = exchange.getRequestURI().getPath().endsWith("/converse");
            boolean cohere = exchange.getRequestURI().getPath().endsWith("/v2/chat");
            byte[] answer = ("{\"choices\": [{\"message\": {\"content\": \"done\"}}], \"content\": " + parts
                            + ", \"output\": " + (bedrock ? "{\"message\": {\"content\": " + parts + "}}" : message)
                            + ", \"candidates\": [{\"content\": {\"parts\": " + parts + "}}]"
                            + ", \"message\": {\"content\": " + (cohere ? parts : "\"done\"") + "}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void javaSendsWhatAssaySends(Dialect dialect) throws Exception {
        Path file = folder.resolve("SendPrompt.java");
        Files.writeString(file, program(ExportFormat.JAVA, dialect));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString()))
                .isZero();
        run(
                dialect,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder.toString(),
                "SendPrompt");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void pythonSendsWhatAssaySends(Dialect dialect) throws Exception {
        Assumptions.assumeTrue(runs("python3", "--version"), "python3 is not installed, so exported Python is not run");
        Path file = folder.resolve("send.py");
        Files.writeString(file, program(ExportFormat.PYTHON, dialect));

        assertThat(run(dialect, "python3", file.toString()).strip()).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void curlSendsWhatAssaySends(Dialect dialect) throws Exception {
        Assumptions.assumeTrue(runs("curl", "--version"), "curl is not installed, so the exported command is not run");
        Path file = folder.resolve("send.sh");
        Files.writeString(file, program(ExportFormat.CURL, dialect));

        run(dialect, "sh", file.toString());
    }

    private String program(ExportFormat format, Dialect dialect) {
        String program = format.exporter()
                .write(new ExportRequest(
                        "x",
                        template(dialect),
                        PartialSource.NONE,
                        Dataset.ofOne("one", VALUES),
                        null,
                        new Destination(dialect, base(), "THE_KEY")))
                .text();
        assertThat(program).doesNotContain("sk-123").contains("THE_KEY");
        return program;
    }

    private static PromptTemplate template(Dialect dialect) {
        String vendor = dialect.name().toLowerCase(java.util.Locale.ROOT);
        return PromptTemplate.parse("prompts/x.prompt", PROMPT.formatted(vendor))
                .requireValid();
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Runs a program and compares what it has sent. */
    private String run(Dialect dialect, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("THE_KEY", "sk-123");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).describedAs(output).isZero();

        assertThat(bodies.poll(10, TimeUnit.SECONDS)).describedAs(output).isEqualTo(sent(dialect));
        assertThat(keys.poll()).endsWith("sk-123");
        return output;
    }

    private JsonNode sent(Dialect dialect) throws IOException {
        RenderedPrompt rendered =
                new PromptRenderer(PartialSource.NONE).render(template(dialect), VALUES, new ArrayList<>());
        WireDialect wire = WireDialects.of(dialect, base(), Map.of());
        JsonNode body = wire.write(
                        new ChatRequest(
                                ModelId.parse(dialect.name().toLowerCase(java.util.Locale.ROOT) + "/some-model"),
                                rendered.messages(),
                                ModelParameters.DEFAULTS.overriddenBy(rendered.parameters()),
                                rendered.format(),
                                false),
                        ModelProfile.UNKNOWN)
                .body();
        return JsonMapper.builder().build().readTree(body.toString());
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
