package dev.assay.exchange.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a document that knows where it stands. Asking a value for what it is not yields nothing. */
public final class Value {
    private final @Nullable Object raw;
    private final List<String> path;
    private final Function<List<String>, String> places;

    /**
     * @param raw a map, list, text, number, truth value or null
     * @param path the keys that lead to it
     * @param places the place of a path
     */
    Value(@Nullable Object raw, List<String> path, Function<List<String>, String> places) {
        this.raw = raw;
        this.path = List.copyOf(path);
        this.places = places;
    }

    /** A value that was put together, all of it at one place. */
    public static Value of(@Nullable Object raw, String place) {
        return new Value(raw, List.of(), path -> place);
    }

    /** The plain value, with plain values in it. */
    public @Nullable Object raw() {
        return raw;
    }

    /** Where it stands: {@code line 3}, or a JSON pointer. */
    public String place() {
        return places.apply(path);
    }

    /** The value under a key; an absent one is null and stands where this one does. */
    public Value get(String key) {
        return new Value(raw instanceof Map<?, ?> map ? map.get(key) : null, append(key), places);
    }

    /** Whether it is there and not null. */
    public boolean exists() {
        return raw != null;
    }

    /** Whether it has keys. */
    public boolean isMap() {
        return raw instanceof Map;
    }

    /** Whether it has elements. */
    public boolean isList() {
        return raw instanceof List;
    }

    /** Whether it is text. */
    public boolean isText() {
        return raw instanceof String;
    }

    /** The text, or empty for anything else. */
    public Optional<String> text() {
        return raw instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text, or what is given. */
    public String textOr(String otherwise) {
        return raw instanceof String text ? text : otherwise;
    }

    /** The elements; none for anything but a list. */
    public List<Value> items() {
        List<Value> items = new ArrayList<>();
        if (raw instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                items.add(new Value(list.get(i), append(String.valueOf(i)), places));
            }
        }
        return items;
    }

    /** The values by key, in the order of the document; none for anything but a map. */
    public Map<String, Value> fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    fields.put(String.valueOf(key), new Value(value, append(String.valueOf(key)), places)));
        }
        return fields;
    }

    /** The keys and plain values, which may be null; none for anything but a map. */
    @SuppressWarnings("NullAway") // as in the front matter: a value may be null, users see maps declared without
    public Map<String, Object> plainFields() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        fields().forEach((key, value) -> plain.put(key, value.raw));
        return (Map) plain;
    }

    private List<String> append(String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
