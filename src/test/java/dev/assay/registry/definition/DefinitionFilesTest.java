package dev.assay.registry.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.PromptTemplate;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFilesTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    Path folder;

    private Path root;
    private GitPromptRegistry registry;

    @BeforeEach
    void open() throws IOException {
        root = folder.toRealPath().resolve("workspace");
        registry = GitPromptRegistry.create(root);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aWorkspaceWithoutThemHasNone() {
        assertThat(registry.definitions(null).schemas()).isEmpty();
        assertThat(registry.definitions(null).faults()).isEmpty();
    }

    @Test
    void aRevisionHasItsOwn() throws IOException {
        write("schemas/Person.yaml", "name: string\n");
        write("tools/find.yaml", "description: Old\ninputSchema: {who: Person}\n");
        String first = registry.commit(List.of("schemas", "tools"), "Define a person", ADA)
                .commitId();
        write("schemas/Person.yaml", "name: string\nage: integer\n");
        write("tools/find.yaml", "description: Newer\ninputSchema: {who: Person}\n");
        assertThat(registry.definitions(first).tools().get("find").description())
                .isEqualTo("Old");
        assertThat(registry.definitions(first).schemas().get("Person").toString())
                .doesNotContain("age");
        assertThat(registry.definitions(null).tools().get("find").description()).isEqualTo("Newer");
        assertThat(registry.definitions(null).schemas().get("Person").toString())
                .contains("age");
    }

    @Test
    void aChangeOnDiskIsSeenAtOnce() throws IOException {
        write("schemas/Person.yaml", "name: string\n");
        var before = registry.definitions(null);
        assertThat(registry.definitions(null)).isSameAs(before);
        write("schemas/Person.yaml", "name: string\nage: integer\n");
        assertThat(registry.definitions(null).schemas().get("Person").toString())
                .contains("age");
    }

    @Test
    void nothingOutsideIsReadAndWhatCannotBeReadIsTold() throws IOException {
        Path secret = folder.resolve("secret.yaml");
        Files.writeString(secret, "password: string\n");
        write("schemas/Good.yaml", "a: string\n");
        Files.createSymbolicLink(root.resolve("schemas/Stolen.yaml"), secret);
        write("schemas/Huge.yaml", "# " + "x".repeat(2 << 20) + "\na: string\n");
        Files.write(root.resolve("schemas/Binary.json"), new byte[] {(byte) 0xff, 0, 1});
        Files.createSymbolicLink(root.resolve("tools"), folder);
        var read = registry.definitions(null);
        assertThat(read.schemas()).containsOnlyKeys("Good");
        assertThat(read.tools()).isEmpty();
        assertThat(read.faults())
                .extracting(fault -> fault.place().file())
                .containsExactlyInAnyOrder("schemas/Stolen.yaml", "schemas/Huge.yaml", "schemas/Binary.json", "tools");
    }

    @Test
    void aPromptThatNamesABrokenSchemaIsMarkedUntilTheSchemaIsMended() throws IOException {
        registry.save("p", "---\ninput:\n  schema:\n    who: Person\n---\n{{who.name}}\n");
        assertThat(registry.check().bad()).containsOnlyKeys("p");
        write("schemas/Person.yaml", "name: string\n");
        assertThat(registry.check().bad()).isEmpty();
        assertThat(PromptTemplate.parse(
                                "p",
                                registry.text(new dev.assay.prompt.PromptRef("p", null)),
                                registry.definitions(null))
                        .diagnostics())
                .isEmpty();
    }
}
