package dev.assay.prompt.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.frontmatter.SettingsReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

    private static List<String> faults(String schema, Object value) {
        Map<String, Object> root = read(schema);
        return SchemaCheck.check(root, root, "x", value).stream()
                .map(InputFault::toString)
                .toList();
    }

    private static Map<String, Object> read(String yaml) {
        var settings = SettingsReader.read(yaml, 0, yaml.length());
        assertThat(settings.problem()).isNull();
        return settings.values();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "minimum: 2; 2",
                "maximum: 2; 2.0",
                "exclusiveMinimum: 2; 2.1",
                "exclusiveMaximum: 2; 1.9",
                "type: integer; 5.0",
                "type: number; 5",
                "minLength: 2; 🙂🙂",
                "maxLength: 1; 🙂",
                "pattern: ^a+$; aa",
                "pattern: a; bab",
                "pattern: '('; anything",
                "minItems: 1; [1]",
                "maxItems: 1; [1]",
                "minimum: 2; text",
                "minLength: 9; 5",
                "enum: [a, 5]; 5",
                "const: {a: [1]}; {a: [1]}",
                "items: {type: integer}; [1, 2]",
                "additionalProperties: {type: integer}; {a: 1}",
                "type: [string, 'null']; a",
                "anyOf: [{type: integer}, {type: string}]; a",
                "oneOf: [{type: integer}, {type: string}]; 5",
                "allOf: [{minimum: 1}, {maximum: 3}]; 2",
                "{$ref: '#/$defs/n', $defs: {n: {type: integer}}}; 2",
                "{$ref: 'https://example.org/schema'}; 2",
                "unknownKeyword: 5; a"
            })
    void whatFitsIsNotSpokenOf(String schema, String value) {
        assertThat(faults(schema, read("v: " + value).get("v"))).isEmpty();
    }

    @Test
    void aSchemaThatRefersToItselfIsFollowedAsFarAsTheValueGoes() {
        String tree = "{properties: {next: {$ref: '#'}, n: {type: integer}}}";
        assertThat(faults(tree, read("v: {next: {next: {n: a}}}").get("v")))
                .containsExactly("'x.next.next.n' must be a whole number (integer), not the text 'a'");
        assertThat(faults("$ref: '#'", "a")).hasSizeLessThan(2);
        assertThat(faults("allOf: [{$ref: '#'}]", "a")).isNotEmpty();
    }

    @Test
    void onlyAFewFaultsAreTold() {
        assertThat(faults("items: {type: integer}", Collections.nCopies(1000, "a")))
                .hasSizeLessThan(10)
                .isNotEmpty();
    }
}
