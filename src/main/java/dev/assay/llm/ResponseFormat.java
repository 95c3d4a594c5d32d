package dev.assay.llm;

/** The form in which the answer is wanted. */
public sealed interface ResponseFormat {

    /** Free text. */
    record PlainText() implements ResponseFormat {}

    /** Any JSON document. */
    record JsonObject() implements ResponseFormat {}

    /**
     * A JSON document of a given shape, enforced by the provider where it can.
     *
     * @param name short name of the shape, letters, digits, underscore and hyphen only, at most 64
     * @param schema a JSON Schema as JSON text
     */
    record JsonSchema(String name, String schema) implements ResponseFormat {
        public JsonSchema {
            if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
                throw new InputException("Schema name '" + name + "' must be 1 to 64 letters, digits, _ or -");
            }
        }
    }

    /** Free text. */
    ResponseFormat TEXT = new PlainText();
}
