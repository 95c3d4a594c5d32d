package dev.assay.prompt.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes settings as plain values: what a changed text must read as. */
final class PlainValues {
    private final Map<String, @Nullable Object> root;

    PlainValues(Map<String, Object> values) {
        this.root = map(values);
    }

    void set(List<String> path, @Nullable Object value) {
        Object parent = parent(path, true);
        String last = path.getLast();
        if (parent instanceof List<?> list) {
            List<@Nullable Object> values = open(list);
            int index = Integer.parseInt(last);
            if (index == values.size()) {
                values.add(copy(value));
            } else {
                values.set(index, copy(value));
            }
        } else if (parent instanceof Map<?, ?> map) {
            open(map).put(last, copy(value));
        }
    }

    /** Takes a value out, and the maps and lists that this leaves empty. */
    void remove(List<String> path) {
        Object parent = parent(path, false);
        boolean empty;
        if (parent instanceof List<?> list) {
            list.remove(Integer.parseInt(path.getLast()));
            empty = list.isEmpty();
        } else {
            Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(parent);
            map.remove(path.getLast());
            empty = map.isEmpty();
        }
        if (empty && path.size() > 1) {
            remove(path.subList(0, path.size() - 1));
        }
    }

    void reorder(List<String> path, List<Integer> order) {
        Object value = at(path);
        if (value instanceof List<?> list) {
            List<@Nullable Object> values = open(list);
            var before = new ArrayList<>(values);
            order.forEach(i -> values.set(order.indexOf(i), before.get(i)));
        } else if (value instanceof Map<?, ?> map) {
            var before = new ArrayList<>(open(map).entrySet());
            var copy = new LinkedHashMap<String, @Nullable Object>();
            order.forEach(i -> copy.put(before.get(i).getKey(), before.get(i).getValue()));
            map.clear();
            open(map).putAll(copy);
        }
    }

    void rename(List<String> path, String key) {
        Map<String, @Nullable Object> map = open((Map<?, ?>) Objects.requireNonNull(parent(path, false)));
        var before = new LinkedHashMap<>(map);
        map.clear();
        before.forEach((name, value) -> map.put(name.equals(path.getLast()) ? key : name, value));
    }

    /** Whether settings read as these, in this order only where it is asked for. */
    boolean matches(Map<String, Object> read, boolean ordered) {
        return same(root, read) && (!ordered || order(root).equals(order(read)));
    }

    @Nullable
    Object at(List<String> path) {
        return at(root, path);
    }

    /** The value at a path, or null where there is none. */
    static @Nullable Object at(Map<String, ? extends @Nullable Object> values, List<String> path) {
        Object value = values;
        for (String step : path) {
            value = value instanceof Map<?, ?> map
                    ? map.get(step)
                    : value instanceof List<?> list ? element(list, step) : null;
        }
        return value;
    }

    private static @Nullable Object element(List<?> list, String step) {
        boolean there = step.matches("\\d{1,6}") && Integer.parseInt(step) < list.size();
        return there ? list.get(Integer.parseInt(step)) : null;
    }

    private @Nullable Object parent(List<String> path, boolean create) {
        List<String> above = path.subList(0, path.size() - 1);
        Object parent = above.isEmpty() ? root : at(above);
        if (parent == null && create) {
            parent = new LinkedHashMap<String, @Nullable Object>();
            set(above, path.getLast().equals("0") ? new ArrayList<@Nullable Object>() : parent);
            parent = at(above);
        }
        return parent;
    }

    /** Whether two values are equal; numbers by their amount. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return number(one).compareTo(number(other)) == 0;
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> read) {
            return map.keySet().equals(read.keySet())
                    && map.entrySet().stream().allMatch(entry -> same(entry.getValue(), read.get(entry.getKey())));
        }
        if (one instanceof List<?> list && other instanceof List<?> read) {
            Iterator<?> next = read.iterator();
            return list.size() == read.size() && list.stream().allMatch(value -> same(value, next.next()));
        }
        return Objects.equals(one, other);
    }

    private static BigDecimal number(Object value) {
        return value instanceof Double real && !Double.isFinite(real)
                ? BigDecimal.valueOf(Long.MIN_VALUE).subtract(BigDecimal.valueOf(real.hashCode()))
                : new BigDecimal(value.toString());
    }

    private static List<Object> order(Object value) {
        var order = new ArrayList<Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> order.add(List.of(key, inner == null ? List.of() : order(inner))));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> order.add(inner == null ? List.of() : order(inner)));
        }
        return order;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(inner -> copy.add(copy(inner)));
            return copy;
        }
        return value instanceof Map<?, ?> map ? map(map) : value;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> open(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> open(List<?> list) {
        return (List<@Nullable Object>) list;
    }
}
