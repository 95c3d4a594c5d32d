package dev.assay.prompt.inputs;

import dev.assay.prompt.render.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a value beside its JSON Schema: types, enums, bounds, lengths, patterns, fields, elements, combinations and
 * references within the schema. Nothing is fetched, and the work is bounded, since a schema may come from a stranger.
 */
final class SchemaCheck {
    private static final int MOST_FAULTS = 5;
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 200;

    private final Map<String, Object> root;
    private final Lengths lengths = new Lengths();
    private int steps;

    private SchemaCheck(Map<String, Object> root) {
        this.root = root;
    }

    /**
     * What does not fit.
     *
     * @param root the schema that references lead into
     * @param schema what the value must be
     * @param field what to call the value
     */
    static List<InputFault> check(Map<String, Object> root, Map<?, ?> schema, String field, @Nullable Object value) {
        return new SchemaCheck(root).faults(schema, field, value, 0);
    }

    private List<InputFault> faults(@Nullable Object written, String field, @Nullable Object value, int depth) {
        var faults = new Faults(field);
        Map<?, ?> schema = resolve(written);
        if (++steps > MOST_STEPS || depth > DEEPEST) {
            faults.add("is too large or nested too deep to be checked: shorten or flatten it");
        } else if (Boolean.FALSE.equals(written)) {
            faults.add("must not be there");
        } else if (schema != null && fitsType(schema, value, faults)) {
            options(schema, value, faults);
            switch (value) {
                case null -> {}
                case Number number -> bounds(schema, number, faults);
                case CharSequence text -> lengths.text(schema, text, faults::add);
                case List<?> list -> elements(schema, list, faults, depth);
                case Map<?, ?> map -> fields(schema, map, faults, depth);
                default -> {}
            }
            combinations(schema, value, faults, depth);
        }
        return faults.found;
    }

    /** What is wrong with one value and those inside it. */
    private static final class Faults {
        private final String field;
        private final List<InputFault> found = new ArrayList<>();

        Faults(String field) {
            this.field = field;
        }

        void add(String message) {
            found.add(new InputFault(field, message));
        }

        void addAll(List<InputFault> inner) {
            found.addAll(inner.subList(0, Math.min(inner.size(), Math.max(0, MOST_FAULTS - found.size()))));
        }
    }

    /** The schema, behind a reference within the root where it is one; null where it allows anything. */
    private @Nullable Map<?, ?> resolve(@Nullable Object written) {
        Object schema = written;
        for (int hops = 0; hops < 20; hops++) {
            if (!(schema instanceof Map<?, ?> map)) {
                return null;
            }
            if (!(map.get("$ref") instanceof String reference) || !reference.startsWith("#")) {
                return map;
            }
            schema = follow(reference);
        }
        return null;
    }

    private @Nullable Object follow(String reference) {
        Object found = root;
        for (String part : reference.substring(1).split("/")) {
            String key = part.replace("~1", "/").replace("~0", "~");
            found = key.isEmpty() ? found : found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    private static boolean fitsType(Map<?, ?> schema, @Nullable Object value, Faults faults) {
        List<String> types = SchemaTypes.of(schema);
        if (types.isEmpty() || types.stream().anyMatch(type -> SchemaTypes.fits(value, type))) {
            return true;
        }
        faults.add("must be " + SchemaTypes.words(types) + ", not " + SchemaTypes.given(value));
        return false;
    }

    private void options(Map<?, ?> schema, @Nullable Object value, Faults faults) {
        if (schema.get("enum") instanceof List<?> options && !isOneOf(options, value)) {
            faults.add("must be one of " + JsonText.of(options) + ", not " + SchemaTypes.given(value));
        }
        if (schema.containsKey("const") && !same(schema.get("const"), value)) {
            faults.add("must be " + JsonText.of(schema.get("const")) + ", not " + SchemaTypes.given(value));
        }
    }

    private boolean isOneOf(List<?> options, @Nullable Object value) {
        steps += options.size();
        String json = JsonText.of(value);
        return options.stream().map(JsonText::of).anyMatch(json::equals);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return JsonText.of(a).equals(JsonText.of(b));
    }

    private static void bounds(Map<?, ?> schema, Number number, Faults faults) {
        if (!Double.isFinite(number.doubleValue())) {
            faults.add("must be a finite number, not " + number);
            return;
        }
        var value = new BigDecimal(number.toString());
        if (compare(schema.get("minimum"), value) > 0) {
            faults.add("must be at least " + schema.get("minimum") + ", not " + number);
        } else if (compare(schema.get("maximum"), value) < 0) {
            faults.add("must be at most " + schema.get("maximum") + ", not " + number);
        } else if (schema.get("exclusiveMinimum") instanceof Number low && compare(low, value) >= 0) {
            faults.add("must be more than " + low + ", not " + number);
        } else if (schema.get("exclusiveMaximum") instanceof Number high && compare(high, value) <= 0) {
            faults.add("must be less than " + high + ", not " + number);
        }
    }

    /** How a bound compares with the value; the same where there is no bound. */
    private static int compare(@Nullable Object bound, BigDecimal value) {
        return bound instanceof Number number && Double.isFinite(number.doubleValue())
                ? new BigDecimal(number.toString()).compareTo(value)
                : 0;
    }

    private void elements(Map<?, ?> schema, List<?> list, Faults faults, int depth) {
        Lengths.list(schema, list, faults::add);
        for (int i = 0; i < list.size() && faults.found.size() < MOST_FAULTS; i++) {
            if (schema.containsKey("items")) {
                faults.addAll(faults(schema.get("items"), faults.field + "[" + i + "]", list.get(i), depth + 1));
            }
        }
    }

    private void fields(Map<?, ?> schema, Map<?, ?> map, Faults faults, int depth) {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> declared ? declared : Map.of();
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !map.containsKey(name))
                    .forEach(name -> faults.add(missing(name, properties)));
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String inner = faults.field + "." + entry.getKey();
            if (properties.containsKey(entry.getKey())) {
                faults.addAll(faults(properties.get(entry.getKey()), inner, entry.getValue(), depth + 1));
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                faults.add("has a field '" + entry.getKey() + "' that the schema does not know: it knows "
                        + properties.keySet());
            } else {
                faults.addAll(faults(schema.get("additionalProperties"), inner, entry.getValue(), depth + 1));
            }
        }
    }

    private String missing(@Nullable Object name, Map<?, ?> properties) {
        Map<?, ?> schema = resolve(properties.get(name));
        List<String> types = schema == null ? List.of() : SchemaTypes.of(schema);
        return "lacks the field '" + name + "'" + (types.isEmpty() ? "" : ", " + SchemaTypes.words(types));
    }

    private void combinations(Map<?, ?> schema, @Nullable Object value, Faults faults, int depth) {
        if (schema.get("allOf") instanceof List<?> all) {
            all.forEach(one -> faults.addAll(faults(one, faults.field, value, depth + 1)));
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.get(keyword) instanceof List<?> some) {
                long fitting = some.stream()
                        .filter(one ->
                                faults(one, faults.field, value, depth + 1).isEmpty())
                        .limit(2)
                        .count();
                if (fitting == 0 || (fitting > 1 && keyword.equals("oneOf"))) {
                    faults.add("must fit " + (fitting == 0 ? "one" : "only one") + " of the " + some.size()
                            + " forms that its schema allows, not " + SchemaTypes.given(value));
                }
            }
        }
    }
}
