package dev.assay.judge.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the whole answer is JSON that a JSON Schema allows. */
record MatchesSchema(Schema schema, ValidJson json) implements Rule {
    static final MetricType TYPE = MetricType.assertion(
                    "json-schema", "It is one JSON document that a JSON Schema allows.", MatchesSchema::of)
            .with(
                    new Setting("schema", "a JSON Schema", "As YAML, JSON or text; it may refer to itself only."),
                    ValidJson.FENCED)
            .withMain("schema");

    private static final int SHOWN = 3;

    private static MatchesSchema of(Settings settings) {
        JsonNode written = settings.json("schema").orElseThrow(() -> settings.wrong("schema", "a JSON Schema"));
        if (!written.isObject() && !written.isBoolean()) {
            throw settings.wrong("schema", "a JSON Schema, which is an object");
        }
        // No address in a schema, which may come from a stranger's repository, is ever fetched.
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
        try {
            Schema schema = registry.getSchema(written);
            schema.initializeValidators();
            return new MatchesSchema(schema, new ValidJson(settings.flag("fenced", false)));
        } catch (SchemaException e) {
            throw settings.wrong("setting 'schema' is no usable JSON Schema: " + e.getMessage());
        }
    }

    @Override
    public Finding find(Judgement judgement) {
        ValidJson.Reading read = json.read(judgement.output());
        if (!read.fault().isEmpty()) {
            return Finding.holds(false, read.fault());
        }
        List<Error> errors = schema.validate(read.document());
        String first = errors.stream()
                .limit(SHOWN)
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .collect(Collectors.joining("; "));
        String more = errors.size() > SHOWN ? " and " + (errors.size() - SHOWN) + " more" : "";
        return Finding.holds(errors.isEmpty(), errors.isEmpty() ? "matches the schema" : first.strip() + more);
    }
}
