package dev.assay.prompt.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {
    private static Definitions read(String... pathsAndTexts) {
        var files = new ArrayList<DefinitionText>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.add(new DefinitionText(pathsAndTexts[i], pathsAndTexts[i + 1]));
        }
        return DefinitionReader.read(files, List.of());
    }

    @Test
    void schemasMayNameOneAnotherWhateverTheirOrder() {
        var read = read("schemas/A.yaml", "home: Z, where\n", "schemas/Z.json", "{\"street\": \"string\"}");
        assertThat(read.faults()).isEmpty();
        Object home = ((Map<?, ?>) read.schemas().get("A").get("properties")).get("home");
        assertThat(home)
                .isEqualTo(Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("street", Map.of("type", "string")),
                        "required",
                        List.of("street"),
                        "additionalProperties",
                        false,
                        "description",
                        "where"));
    }

    @Test
    void schemasThatLeadBackToThemselvesAreTold() {
        var read = read("schemas/A.yaml", "b: B\n", "schemas/B.yaml", "a: A\n", "schemas/C.yaml", "c: string\n");
        assertThat(read.schemas()).containsOnlyKeys("C");
        assertThat(read.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "schemas/A.yaml:1:1: the schema 'B' leads back to itself or has an error of its own: mend schemas/B.yaml",
                        "schemas/B.yaml:1:1: the schema 'A' leads back to itself or has an error of its own: mend schemas/A.yaml");
    }

    @Test
    void schemasThatDoubleOneAnotherHaveAnEnd() {
        var files = new ArrayList<DefinitionText>();
        files.add(new DefinitionText("schemas/S0.yaml", "a: string\n"));
        for (int i = 1; i < 40; i++) {
            files.add(new DefinitionText("schemas/S" + i + ".yaml", "a: S" + (i - 1) + "\nb: S" + (i - 1) + "\n"));
        }
        assertThat(DefinitionReader.read(files, List.of()).faults())
                .anySatisfy(fault -> assertThat(fault.message()).contains("more than 2000 values"));
    }

    @Test
    void aBrokenFileIsToldWithItsPlaceAndHidesNoOther() {
        var read = read("schemas/Bad.yaml", "a: string\nb: [\n", "tools/find.yaml", "inputSchema:\n  query: string\n");
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place().file()).isEqualTo("schemas/Bad.yaml");
            assertThat(fault.message()).contains("not valid YAML").doesNotContain("front matter");
        });
        assertThat(read.tools()).containsOnlyKeys("find");
        assertThat(problems(read, "input:\n  schema:\n    a: Bad"))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.message()).contains("the schema 'Bad' cannot be used: schemas/Bad.yaml:"));
    }

    @Test
    void namesThatHideTypesOrThatNoModelTakesAreRefused() {
        var read = read(
                "schemas/string.yaml", "a: string\n",
                "tools/no way.yaml", "inputSchema: {a: string}\n",
                "tools/find.yaml", "inputSchema: {a: string}\n",
                "tools/find.json", "{\"inputSchema\": {\"b\": \"string\"}}",
                "tools/other.yaml", "name: another\ninputSchema: {a: string}\n",
                "tools/bare.yaml", "description: Nothing to give\n");
        assertThat(read.schemas()).isEmpty();
        assertThat(read.tools()).containsOnlyKeys("find");
        assertThat(read.faults())
                .extracting(Object::toString)
                .anyMatch(one -> one.startsWith("schemas/string.yaml:1:1: it hides the type 'string'"))
                .anyMatch(one -> one.startsWith("tools/no way.yaml:1:1: models take names"))
                .anyMatch(one -> one.startsWith("tools/find.json:1:1: 'find' is defined in tools/find.yaml"))
                .anyMatch(one -> one.startsWith("tools/other.yaml:1:1: the tool is called by its file's name"))
                .anyMatch(one -> one.startsWith("tools/bare.yaml:1:1: a tool needs an inputSchema"))
                .hasSize(5);
    }

    @Test
    void anUnknownNameIsToldWithTheOneThatWasMeant() {
        var read = read("schemas/Address.yaml", "street: string\n", "tools/find.yaml", "inputSchema: {a: string}\n");
        assertThat(problems(read, "input:\n  schema:\n    a: Adress"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.location()).hasToString("prompts/p.prompt:4:5");
                    assertThat(found.message())
                            .contains("there is no type 'Adress'")
                            .endsWith("; did you mean Address?");
                });
        assertThat(problems(read, "tools: [fnid]")).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("unknown-tool");
            assertThat(found.message()).contains("tools/fnid.yaml").endsWith("; did you mean find?");
        });
        assertThat(problems(Definitions.NONE, "tools: [fnid]")).isEmpty();
    }

    private static List<Diagnostic> problems(Definitions definitions, String frontMatter) {
        return PromptTemplate.parse("prompts/p.prompt", "---\n" + frontMatter + "\n---\n{{a}}\n", definitions)
                .diagnostics()
                .stream()
                .filter(found ->
                        found.name().equals("invalid-schema") || found.name().equals("unknown-tool"))
                .toList();
    }
}
