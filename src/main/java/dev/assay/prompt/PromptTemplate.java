package dev.assay.prompt;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.frontmatter.SettingsReader;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Template;
import dev.assay.prompt.template.TemplateParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt file, parsed. It is made from any text: what is wrong with it stands in {@link #diagnostics()}. Immutable.
 */
public final class PromptTemplate {
    private final SourceText source;
    private final Settings settings;
    private final FrontMatter frontMatter;
    private final ModelParameters parameters;
    private final ResponseFormat format;
    private final Template body;
    private final List<Diagnostic> ownDiagnostics;

    private PromptTemplate(SourceText source, FileLayout layout, Settings settings) {
        var diagnostics = new Diagnostics(source);
        this.source = source;
        this.settings = settings;
        this.frontMatter = new FrontMatterReader(settings, diagnostics).read();
        this.parameters = new ConfigReader(settings, diagnostics).read(frontMatter.config());
        var output = new OutputReader(settings, diagnostics);
        this.format = output.read(frontMatter);
        Object inputSchema = frontMatter.raw().get("input") instanceof Map<?, ?> input ? input.get("schema") : null;
        if (inputSchema != null) {
            Picoschema.convert(inputSchema).faults().forEach(fault -> output.report(fault, "input"));
        }
        this.body = TemplateParser.parse(source, layout.bodyStart(), layout.bodyEnd());
        LayoutCheck.check(layout, source.text(), diagnostics);
        Optional.ofNullable(settings.problem()).ifPresent(diagnostics::add);
        body.problems().forEach(diagnostics::add);
        this.ownDiagnostics = diagnostics.sorted();
    }

    /**
     * Parses a prompt file.
     *
     * @param file the path to name in messages
     * @param source the whole text of the file
     */
    public static PromptTemplate parse(String file, String source) {
        var layout = FileLayout.of(source);
        var settings = layout.hasFrontMatter() && layout.closed()
                ? SettingsReader.read(source, layout.yamlStart(), layout.yamlEnd())
                : Settings.EMPTY;
        return new PromptTemplate(new SourceText(file, source), layout, settings);
    }

    /** The path given to {@link #parse}. */
    public String file() {
        return source.file();
    }

    /** The whole text of the file. */
    public String source() {
        return source.text();
    }

    /** The settings at its head; empty where it has none or they are broken. */
    public FrontMatter frontMatter() {
        return frontMatter;
    }

    /** The parameters in {@code config}; those that cannot be used are left out and reported. */
    public ModelParameters parameters() {
        return parameters;
    }

    /** The form of answer that {@code output} asks for. */
    public ResponseFormat format() {
        return format;
    }

    /** What is wrong with the file itself, by position; partials are not looked into here. */
    public List<Diagnostic> diagnostics() {
        return diagnostics(PartialSource.NONE);
    }

    /** What is wrong with the file, by position, given the partials it includes. */
    List<Diagnostic> diagnostics(PartialSource partials) {
        var diagnostics = new Diagnostics(source);
        ownDiagnostics.forEach(diagnostics::add);
        if (ownDiagnostics.stream().noneMatch(one -> one.severity() == Severity.ERROR)) {
            variableList(partials).check(settings, diagnostics);
        }
        return diagnostics.sorted();
    }

    /** The inputs: those declared in the order of the schema, then those only used, in order of first use. */
    public List<PromptVariable> variables() {
        return variables(PartialSource.NONE);
    }

    /** Like {@link #variables()}, with the inputs that the included partials use. */
    public List<PromptVariable> variables(PartialSource partials) {
        return variableList(partials).variables();
    }

    /** This template; throws {@link InputException} with the first error's place where it has errors. */
    public PromptTemplate requireValid() {
        for (Diagnostic diagnostic : ownDiagnostics) {
            if (diagnostic.severity() == Severity.ERROR) {
                throw new InputException(diagnostic.location(), diagnostic.message());
            }
        }
        return this;
    }

    /** What is rendered. */
    Template body() {
        return body;
    }

    /** An error at the declaration of an input. */
    InputException missing(PromptVariable variable, String message) {
        var declared = DeclaredInput.of(frontMatter).get(variable.name());
        int offset = Optional.ofNullable(declared)
                .flatMap(input -> settings.placeOf(input.key()))
                .map(Settings.Place::keyStart)
                .orElse(0);
        return source.error(offset, message);
    }

    private VariableList variableList(PartialSource partials) {
        return new VariableList(
                frontMatter, VariableUses.of(body, name -> partials.find(name).map(PromptTemplate::body)));
    }
}
