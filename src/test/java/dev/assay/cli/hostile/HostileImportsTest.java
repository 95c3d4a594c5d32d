package dev.assay.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other tools that are huge, deep, binary, endless, or that name what lies outside: read by every importer. */
@Timeout(300)
class HostileImportsTest {
    private static final int DEEP = 100_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"auto", "promptfoo", "langfuse", "prompty", "langchain", "openai", "chat-jsonl", "csv", "jsonl"})
    void noImporterIsHarmed(String format) throws Exception {
        HostileWorld world = HostileWorld.in(folder);
        Map<String, byte[]> files = files();
        for (var file : files.entrySet()) {
            world.write("in/" + file.getKey(), file.getValue());
        }
        world.fill("in/huge.yaml", "prompts: [", 'x', 50 << 20);
        world.link("in/link.json", world.outside.resolve("secret.csv"));
        world.link("in/zero.json", Path.of("/dev/zero"));
        world.pipe("in/pipe.json");

        List<String> commands = Stream.concat(
                        files.keySet().stream(),
                        Stream.of("huge.yaml", "link.json", "zero.json", "pipe.json", "gone.json"))
                .map(file -> "import " + format + " workspace/in/" + file)
                .toList();

        assertThat(EveryCommand.over(world, commands)).isEmpty();
    }

    private static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        add(files, "empty.json", "");
        add(files, "nul.json", "\0\0\0\0");
        add(files, "deep.json", "[".repeat(DEEP) + "]".repeat(DEEP));
        add(files, "deeper.json", "{\"messages\":".repeat(DEEP));
        add(files, "deep.yaml", "prompts: " + "[".repeat(DEEP) + "]".repeat(DEEP));
        add(files, "deep.jsonl", "{\"messages\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}\n");
        add(files, "bomb.yaml", """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
                prompts: *f
                tests: *f
                """);
        add(files, "self.yaml", "prompts: &a [*a]\nproviders: [x]\n");
        add(files, "tags.yaml", "prompts: !!javax.script.ScriptEngineManager [x]\nproviders: !evil {a: 1}\n");
        add(files, "outside.yaml", """
                prompts: [file://../../outside/secret.prompt, "../../outside/*.prompt", /etc/passwd, "exec:touch evil"]
                providers: [openai:gpt-4o]
                tests: file://../../outside/secret.csv
                """);
        add(files, "names.json", """
                {"type":"text","name":"../../../evil","prompt":"Hello {{word}}","version":1,"labels":[],"tags":[],"config":{}}
                """);
        add(files, "absolute.json", """
                {"type":"chat","name":"/etc/evil\\u001b[31m","prompt":[{"role":"user","content":"x"}],"version":1}
                """);
        add(files, "git.json", """
                {"type":"text","name":".git/config","prompt":"[evil]","version":1}
                """);
        add(
                files,
                "chat.jsonl",
                "{\"messages\":[{\"role\":\"\\u001b[2J\",\"content\":\"" + "x".repeat(1_000_000) + "\"}]}\n");
        add(
                files,
                "roles.json",
                "{\"model\":\"m\",\"messages\":" + "[{\"role\":{\"a\":[]},\"content\":9e999999999},null,7]" + "}");
        add(files, "numbers.json", "{\"model\":\"m\",\"temperature\":" + "9".repeat(500_000) + ",\"messages\":[]}");
        add(
                files,
                "jinja.prompty",
                "---\nname: ../../evil\n---\nsystem:\n" + "{% for x in y %}".repeat(20_000) + "{{ x }}");
        add(
                files,
                "filters.prompty",
                "---\nname: x\n---\nuser:\n{{ " + "(".repeat(50_000) + "x" + "|a".repeat(50_000) + " }}");
        add(
                files,
                "lc.json",
                "{\"lc\":1,\"type\":\"constructor\",\"id\":[\"langchain\",\"prompts\",\"..\"],\"kwargs\":{\"template\":\""
                        + "{".repeat(100_000) + "\"}}");
        add(files, "wide.csv", "c,".repeat(200_000) + "c\n");
        add(files, "quote.csv", "word\n\"" + "x".repeat(5_000_000));
        files.put("zip.json", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3});
        files.put("latin.json", "{\"name\":\"Gr\u00fc\u00dfe\"}".getBytes(StandardCharsets.ISO_8859_1));
        files.put("utf16.yaml", "prompts: [x]\n".getBytes(StandardCharsets.UTF_16));
        return files;
    }

    private static void add(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
