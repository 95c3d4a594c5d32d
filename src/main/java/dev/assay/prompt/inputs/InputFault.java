package dev.assay.prompt.inputs;

/**
 * A value that does not fit its schema.
 *
 * @param field where it stands, such as {@code items[2].name}
 * @param message what it must be and what it is: {@code must be text (string), not the number 5}
 */
public record InputFault(String field, String message) {

    /** The input that the field belongs to. */
    public String input() {
        int end = 0;
        while (end < field.length() && field.charAt(end) != '.' && field.charAt(end) != '[') {
            end++;
        }
        return field.substring(0, end);
    }

    @Override
    public String toString() {
        return "'" + field + "' " + message;
    }
}
