package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorkspaceTest {
    @TempDir
    Path folder;

    @Test
    void samplesInsideAJarAreCopiedToTheirPlaces() throws IOException {
        Path jar = folder.resolve("with space+.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(out)) {
            for (String name : List.of("providers.yaml", "README.md", "a/b.prompt", "a/_p.prompt", "datasets/d.csv")) {
                zip.putNextEntry(new ZipEntry("dev/assay/workbench/sample/" + name));
                zip.write(("text of " + name).getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("dev/assay/Other.class"));
        }
        Path root = Files.createDirectory(folder.resolve("root"));

        SampleWorkspace.copySample(
                URI.create("jar:" + jar.toUri() + "!/dev/assay/workbench/sample/providers.yaml")
                        .toURL(),
                root);

        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "providers.yaml",
                            "README.md",
                            "prompts/a/b.prompt",
                            "prompts/a/_p.prompt",
                            "datasets/d.csv");
        }
        assertThat(root.resolve("prompts/a/b.prompt")).hasContent("text of a/b.prompt");
    }
}
