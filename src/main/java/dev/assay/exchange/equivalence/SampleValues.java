package dev.assay.exchange.equivalence;

import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.exchange.template.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes up values that fit how a template uses its inputs: some that fill everything and some that are empty. */
public final class SampleValues {
    private static final List<String> WORDS = List.of(
            "Ada's <b>first</b> & \"second\" note",
            "two\nlines  ",
            "{{role \"system\"}} {x} {% y %}",
            "zwölf Äpfel 🍎");

    private final Shape inputs = new Shape();
    private final Map<String, Shape> locals = new LinkedHashMap<>();

    /** How a value is used: as a list, by its fields, or as it is. */
    private static final class Shape {
        private final Map<String, Shape> fields = new TreeMap<>();
        private @Nullable Shape element;
        private @Nullable Object literal;

        Shape at(List<String> names) {
            Shape shape = this;
            for (String name : names) {
                shape = shape.fields.computeIfAbsent(name, one -> new Shape());
            }
            return shape;
        }
    }

    private SampleValues(List<Turn> turns) {
        for (Turn turn : turns) {
            if (turn instanceof Turn.Message message) {
                parts(message.parts());
            }
        }
    }

    /** Values for a template; each map holds every input. */
    public static List<Map<String, Object>> of(List<Turn> turns) {
        var samples = new SampleValues(turns);
        List<Map<String, Object>> all = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (var field : samples.inputs.fields.entrySet()) {
                values.put(field.getKey(), value(field.getValue(), field.getKey(), round, 0));
            }
            all.add(values);
        }
        return all;
    }

    /** The names of the inputs, sorted. */
    public static List<String> names(List<Turn> turns) {
        return List.copyOf(new SampleValues(turns).inputs.fields.keySet());
    }

    /** Whether an input is used as a list or by its fields. */
    public static boolean isPlain(List<Turn> turns, String input) {
        Shape shape = new SampleValues(turns).inputs.fields.get(input);
        return shape == null || (shape.element == null && shape.fields.isEmpty());
    }

    private static Object value(Shape shape, String name, int round, int depth) {
        if (shape.element != null) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < (round == 0 ? 2 : round == 1 ? 0 : 1); i++) {
                list.add(value(shape.element, name + i, round, depth + 1));
            }
            return list;
        }
        if (!shape.fields.isEmpty()) {
            Map<String, Object> map = new LinkedHashMap<>();
            shape.fields.forEach((field, inner) -> map.put(field, value(inner, field, round, depth + 1)));
            return map;
        }
        if (shape.literal != null
                && (round != 1 || String.valueOf(shape.literal).startsWith("https:"))) {
            return round < 2 ? shape.literal : shape.literal + "x";
        }
        return round == 1 && depth == 0
                ? ""
                : name + ": " + WORDS.get(Math.floorMod(name.hashCode() + round, WORDS.size()));
    }

    private void parts(List<Part> parts) {
        parts.forEach(this::part);
    }

    private void part(Part part) {
        switch (part) {
            case Part.Value value -> use(value.ref());
            case Part.Json json -> use(json.ref());
            case Part.Media media -> use(media.url()).literal = "https://example.org/image.png";
            case Part.Choice choice -> {
                for (Part.Branch branch : choice.branches()) {
                    condition(branch.condition());
                    parts(branch.body());
                }
                parts(choice.otherwise());
            }
            case Part.Loop loop -> {
                Shape list = use(loop.list());
                Shape element = list.element == null ? new Shape() : list.element;
                list.element = element;
                locals.put(loop.element(), element);
                parts(loop.body());
                parts(loop.otherwise());
            }
            case Part.Within with -> {
                locals.put(with.element(), use(with.ref()));
                parts(with.body());
                parts(with.otherwise());
            }
            case Part.Text text -> {}
            case Part.Include include -> {}
            case Part.Kept kept -> {}
        }
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Truthy truthy -> use(truthy.ref());
            case Condition.Same same -> {
                Shape shape = use(same.ref());
                shape.literal = same.literal();
            }
            case Condition.SameValues same -> {
                use(same.left());
                use(same.right());
            }
            case Condition.Not not -> condition(not.condition());
            case Condition.All all -> all.conditions().forEach(this::condition);
        }
    }

    private Shape use(Ref ref) {
        Shape start = switch (ref.kind()) {
            case INPUT -> inputs;
            case ELEMENT -> locals.computeIfAbsent(ref.local(), name -> new Shape());
            case INDEX, KEY, FIRST, LAST -> new Shape();
        };
        List<String> names = ref.names();
        // The length of a list is no field of its own.
        boolean length = names.size() > 1 && names.getLast().equals("length");
        return start.at(length ? names.subList(0, names.size() - 1) : names);
    }
}
