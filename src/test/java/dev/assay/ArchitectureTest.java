package dev.assay;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house: packages are a pipeline, imports run downward only. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay");
    private static final Path MAIN = Path.of("src/main/java/dev/assay");
    private static final Path TEST = Path.of("src/test/java/dev/assay");

    /** Each package may import those listed after it; both faces may import everything below them. */
    private static final List<String> PIPELINE = List.of(
            "workbench",
            "exchange",
            "experiment",
            "history",
            "judge",
            "registry",
            "provider",
            "prompt",
            "pricing",
            "settings",
            "llm");

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.assay.(**)").should().beFreeOfCycles());
    }

    @Test
    void importsRunDownThePipeline() {
        var layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("main")
                .definedBy("dev.assay")
                .layer("ui")
                .definedBy("dev.assay.ui..")
                .layer("cli")
                .definedBy("dev.assay.cli..");
        for (String name : PIPELINE) {
            layers = layers.layer(name).definedBy("dev.assay." + name + "..");
        }
        layers = layers.whereLayer("ui")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main");
        for (int i = 0; i < PIPELINE.size(); i++) {
            String[] above = Stream.concat(Stream.of("main", "ui", "cli"), PIPELINE.subList(0, i).stream())
                    .toArray(String[]::new);
            layers = layers.whereLayer(PIPELINE.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        check(layers);
    }

    @Test
    void theVocabularyNeedsTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage("dev.assay.llm")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.assay.llm", "org.jspecify.."));
    }

    @Test
    void javaFxStaysInTheWindow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.fxmisc..", "atlantafx..", "org.kordamp.."));
    }

    @Test
    void viewModelsKnowNoNode() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..", "org.fxmisc.."));
    }

    @Test
    void onlyTheFxPackageTouchesThePlatform() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.ui.fx..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform"));
    }

    @Test
    void windowFeaturesDoNotKnowEachOther() {
        List<String> features = List.of(
                "prompts",
                "repository",
                "exchange",
                "compare",
                "datasets",
                "runs",
                "knowledge",
                "deployments",
                "settings");
        for (String feature : features) {
            String[] others = features.stream()
                    .filter(other -> !other.equals(feature))
                    .map(other -> "dev.assay.ui." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("dev.assay.ui." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.assay.ui.fx..", "dev.assay.ui.editor..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.assay.ui..")
                        .and(not(resideInAnyPackage("dev.assay.ui.fx..", "dev.assay.ui.editor..")))));
    }

    @Test
    void heavyLibrariesStayInTheirRoom() {
        only("dev.assay.registry..", "org.eclipse.jgit..");
        only("dev.assay.provider..", "okhttp3..", "okio..");
        only("dev.assay.history..", "java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "org.flywaydb..");
        only("dev.assay.history.search..", "org.apache.lucene..");
        List<String> vendors = List.of("openai", "anthropic", "ollama", "gemini", "cohere", "offline");
        for (String vendor : vendors) {
            String[] others = vendors.stream()
                    .filter(other -> !other.equals(vendor))
                    .map(other -> "dev.assay.provider." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("dev.assay.provider." + vendor + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void nothingStaticIsMutable() {
        check(fields().that().areStatic().should().beFinal());
    }

    @Test
    void onlyTheCommandLineUsesStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        var missing = new TreeMap<String, String>();
        for (JavaClass type : CLASSES) {
            Path info = Path.of("src/main/java")
                    .resolve(type.getPackageName().replace('.', '/'))
                    .resolve("package-info.java");
            String text = read(info);
            if (!text.contains("@NullMarked") || !text.startsWith("/** ")) {
                missing.put(type.getPackageName(), info.toString());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void filesStaySmall() {
        var lengths = javaFiles(MAIN)
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> new Sized(file, read(file).lines().count()))
                .sorted((a, b) -> Long.compare(a.lines, b.lines))
                .toList();
        assertThat(lengths).filteredOn(sized -> sized.lines > 400).isEmpty();
        assertThat(lengths)
                .filteredOn(sized -> sized.file.toString().endsWith("Controller.java"))
                .filteredOn(sized -> sized.lines > 150)
                .isEmpty();
        assertThat(lengths.get(lengths.size() / 2).lines)
                .describedAs("median file length")
                .isLessThanOrEqualTo(80);
    }

    @Test
    void packageNamesSayWhatTheyHold() {
        Pattern banned = Pattern.compile(".*\\.(util|common|core|internal|helper|misc|model|service|manager)(\\..*)?");
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .noneMatch(name -> banned.matcher(name).matches());
    }

    @Test
    void nobodySleepsInTestsAndNobodyCatchesEverything() {
        String sleep = "Thread." + "sleep";
        assertThat(javaFiles(TEST).filter(file -> read(file).contains(sleep))).isEmpty();
        Pattern broad = Pattern.compile("catch \\((final )?(Exception|Throwable) ");
        assertThat(javaFiles(MAIN)
                        .filter(file -> !file.endsWith("Main.java"))
                        .filter(file -> !file.startsWith(MAIN.resolve("ui/fx")))
                        .filter(file -> broad.matcher(read(file)).find()))
                .isEmpty();
    }

    private record Sized(Path file, long lines) {}

    private static void only(String room, String... libraries) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static Stream<Path> javaFiles(Path root) {
        try {
            return Files.walk(root).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
