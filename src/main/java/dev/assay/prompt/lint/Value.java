package dev.assay.prompt.lint;

import dev.assay.prompt.inputs.SchemaType;

/**
 * What is known about a value before there is one.
 *
 * @param type what the schema says
 * @param given comes from whoever runs the prompt, as a whole or in part
 */
record Value(SchemaType type, boolean given) {
    static final Value UNKNOWN = new Value(SchemaType.UNKNOWN, false);

    /** A field; one that the schema does not allow is another finding, and nothing is known about it. */
    Value field(String name) {
        if (Boolean.FALSE.equals(type.schema().get("additionalProperties")) && !type.has(name)) {
            return UNKNOWN;
        }
        boolean element = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return name.equals("length") && !type.has(name)
                ? UNKNOWN
                : new Value(element ? type.element() : type.field(name), given);
    }

    /** What {@code each} walks: elements of a list, or values of a map, which may be of any type. */
    Value element() {
        return new Value(type.element(), given);
    }

    /** Whether somebody could write sentences into it. */
    boolean isFreeText() {
        String sole = type.sole();
        return given && (sole == null || sole.equals("string") || sole.equals("array") || sole.equals("object"));
    }
}
