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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "type: string; 5; 'x' must be text (string), not the number 5",
                "type: integer; a; 'x' must be a whole number (integer), not the text 'a'",
                "type: integer; 1.5; 'x' must be a whole number (integer), not the number 1.5",
                "type: number; true; 'x' must be a number, not true",
                "type: boolean; a; 'x' must be true or false (boolean), not the text 'a'",
                "type: array; {a: 1}; 'x' must be a list (array), such as [\"a\", \"b\"], not a map of fields",
                "type: object; [1, 2]; 'x' must be a map of fields (object), such as {\"a\": 1}, not a list of 2",
                "type: 'null'; a; 'x' must be nothing, not the text 'a'",
                "type: string; ~; 'x' must be text (string), not nothing (null)",
                "type: [integer, 'null']; a; 'x' must be a whole number (integer) or nothing, not the text 'a'",
                "type: integer; ''; 'x' must be a whole number (integer), not empty",
                "enum: [a, 5]; b; 'x' must be one of [\"a\",5], not the text 'b'",
                "const: a; b; 'x' must be \"a\", not the text 'b'",
                "minimum: 2; 1; 'x' must be at least 2, not 1",
                "maximum: 2; 3; 'x' must be at most 2, not 3",
                "exclusiveMinimum: 2; 2; 'x' must be more than 2, not 2",
                "exclusiveMaximum: 2; 2; 'x' must be less than 2, not 2",
                "minLength: 2; a; 'x' must have at least 2 characters, not 1",
                "maxLength: 1; ab; 'x' must have at most 1 character, not 2",
                "pattern: ^a; b; 'x' must match the pattern ^a, but is the text 'b'",
                "minItems: 1; []; 'x' must have at least 1 element, not 0",
                "maxItems: 1; [1, 2]; 'x' must have at most 1 element, not 2",
                "items: {type: integer}; [1, a]; 'x[1]' must be a whole number (integer), not the text 'a'",
                "properties: {a: {properties: {b: {type: string}}}}; {a: {b: 1}}; 'x.a.b' must be text (string), not the number 1",
                "{required: [a], properties: {a: {type: string}}}; {b: 1}; 'x' lacks the field 'a', text (string)",
                "{properties: {a: {}}, additionalProperties: false}; {b: 1}; 'x' has a field 'b' that the schema does not know: it knows [a]",
                "additionalProperties: {type: string}; {b: 1}; 'x.b' must be text (string), not the number 1",
                "anyOf: [{type: integer}, {type: boolean}]; a; 'x' must fit one of the 2 forms that its schema allows, not the text 'a'",
                "oneOf: [{type: integer}, {minimum: 1}]; 5; 'x' must fit only one of the 2 forms that its schema allows, not the number 5",
                "items: false; [1]; 'x[0]' must not be there"
            })
    void whatDoesNotFitIsNamedWithItsFieldAndWhatIsExpected(String schema, String value, String fault) {
        assertThat(faults(schema, read("v: " + value).get("v"))).containsExactly(fault);
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
