package dev.assay.prompt;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.frontmatter.SettingsReader;
import dev.assay.prompt.inputs.TypedInputs;
import dev.assay.prompt.lint.TemplateRules;
import dev.assay.prompt.render.JsonText;
import dev.assay.prompt.source.Dialect;
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
    private static final Map<String, Object> NO_ARGUMENTS = Map.of("type", "object");

    private final SourceText source;
    private final Dialect dialect;
    private final Settings settings;
    private final FileLayout layout;
    private final FrontMatter frontMatter;
    private final ModelParameters parameters;
    private final List<Tool> tools;
    private final ToolChoice toolChoice;
    private final ResponseFormat format;
    private final Map<String, Object> metadata;
    private final Map<String, DeclaredInput> declared;
    private final Map<String, Object> inputSchema;
    private final Map<String, Object> outputSchema;
    private final TypedInputs inputs;
    private final Template body;
    private final List<Diagnostic> ownDiagnostics;

    private PromptTemplate(
            SourceText source, FileLayout layout, Settings settings, Dialect dialect, Definitions definitions) {
        var diagnostics = new Diagnostics(source);
        var check = new SettingsCheck(settings, diagnostics, dialect, definitions);
        this.source = source;
        this.dialect = dialect;
        this.settings = settings;
        this.layout = layout;
        this.frontMatter = new FrontMatterReader(check).read();
        var config = new ConfigReader(settings, diagnostics);
        this.parameters = config.read(frontMatter.config());
        this.tools = tools(frontMatter);
        this.toolChoice = config.toolChoice(frontMatter.config(), tools);
        Map<String, Object> inputSchema = schema(check, "input");
        this.outputSchema = schema(check, "output");
        this.format = OutputReader.read(frontMatter, outputSchema);
        this.metadata = PromptMetadata.of(frontMatter, inputSchema, outputSchema);
        this.declared = DeclaredInput.of(frontMatter);
        this.inputSchema = inputSchema;
        this.inputs = TypedInputs.of(inputSchema);
        this.body = TemplateParser.parse(source, layout.bodyStart(), layout.bodyEnd(), dialect);
        LayoutCheck.check(layout, source.text(), diagnostics);
        Optional.ofNullable(settings.problem()).ifPresent(diagnostics::add);
        body.problems().forEach(diagnostics::add);
        this.ownDiagnostics = diagnostics.sorted();
    }

    private static List<Tool> tools(FrontMatter frontMatter) {
        return frontMatter.toolDefs().stream()
                .filter(tool -> Tool.isName(tool.name()))
                .map(tool -> new Tool(
                        tool.name(),
                        Optional.ofNullable(tool.description()).orElse(""),
                        JsonText.of(tool.inputSchema().isEmpty() ? NO_ARGUMENTS : tool.inputSchema())))
                .toList();
    }

    private Map<String, Object> schema(SettingsCheck check, String section) {
        return frontMatter.raw().get(section) instanceof Map<?, ?> map
                ? check.schema(map.get("schema"), List.of(section, "schema"))
                : Map.of();
    }

    /**
     * Parses a prompt file.
     *
     * @param file the path to name in messages
     * @param source the whole text of the file
     */
    public static PromptTemplate parse(String file, String source) {
        return parse(file, source, Dialect.STRICT, Definitions.NONE);
    }

    /**
     * Parses a prompt file of a workspace.
     *
     * @param definitions schemas and tools that the file may refer to by name
     */
    public static PromptTemplate parse(String file, String source, Definitions definitions) {
        return parse(file, source, Dialect.STRICT, definitions);
    }

    /**
     * Parses a prompt file by the rules of a dialect.
     *
     * @param definitions schemas and tools that the file may refer to by name
     */
    public static PromptTemplate parse(String file, String source, Dialect dialect, Definitions definitions) {
        var layout = FileLayout.of(source, dialect);
        var settings = layout.hasFrontMatter() && layout.closed()
                ? SettingsReader.read(source, layout.yamlStart(), layout.yamlEnd())
                : Settings.EMPTY;
        if (settings.problem() != null && !dialect.isStrict()) {
            layout = FileLayout.withoutFrontMatter(source);
            settings = Settings.EMPTY;
        }
        return new PromptTemplate(new SourceText(file, source), layout, settings, dialect, definitions);
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

    /** The tools that the model may call. */
    public List<Tool> tools() {
        return tools;
    }

    /** Whether the model is to call them. */
    public ToolChoice toolChoice() {
        return toolChoice;
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

    /**
     * Refuses a value that no input takes: a misspelt name would be left out unseen.
     *
     * @param name what the value was given for
     * @throws InputException names the inputs there are
     */
    public void requireInput(String name, PartialSource partials) {
        variableList(partials).unknown(name).ifPresent(message -> {
            throw new InputException(file() + ": " + message);
        });
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

    /** Whose rules it was read by. */
    Dialect dialect() {
        return dialect;
    }

    /** The schema of the output as JSON Schema with named schemas filled in; empty where there is none or it has faults. */
    public Map<String, Object> outputSchema() {
        return outputSchema;
    }

    /** The settings as plain values, under the names that the format gives them. */
    Map<String, Object> metadata() {
        return metadata;
    }

    /** The inputs that the front matter names. */
    Map<String, DeclaredInput> declared() {
        return declared;
    }

    /** The types of the inputs. */
    public TypedInputs inputs() {
        return inputs;
    }

    /** Where the front matter keeps what. */
    Settings settings() {
        return settings;
    }

    /** What a template without errors should not do all the same. */
    TemplateRules rules() {
        return new TemplateRules(
                body,
                layout.bodyStart(),
                layout.bodyEnd(),
                inputSchema,
                parameters.maxOutputTokens(),
                parameters.contextTokens());
    }

    /** What is rendered. */
    Template body() {
        return body;
    }

    /** What is rendered where this is a partial: the reference takes even its front matter for text. */
    Template bodyAsPartial(Dialect reader) {
        return reader.isStrict()
                ? requireValid().body
                : TemplateParser.parse(source, 0, source.text().length(), reader);
    }

    /** An error at the declaration of an input, or at the top of the file where it has none. */
    InputException inputError(String input, String message) {
        int offset = Optional.ofNullable(declared.get(input))
                .flatMap(one -> settings.placeOf(one.key()))
                .map(Settings.Place::keyStart)
                .orElse(0);
        return source.error(offset, message);
    }

    private VariableList variableList(PartialSource partials) {
        return new VariableList(
                frontMatter,
                declared,
                VariableUses.of(body, name -> partials.find(name).map(PromptTemplate::body)));
    }
}
