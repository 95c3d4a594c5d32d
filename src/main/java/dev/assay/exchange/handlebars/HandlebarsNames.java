package dev.assay.exchange.handlebars;

import dev.assay.exchange.template.Ref;
import dev.assay.prompt.template.Helper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes ways to values as Handlebars does, seen from inside the blocks that are open. */
final class HandlebarsNames {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$-]*|[0-9]+");
    private static final Set<String> WORDS = Set.of("else", "as", "true", "false", "null", "undefined", "this");

    private final List<Open> blocks = new ArrayList<>();

    /**
     * An open block that changes what names mean.
     *
     * @param loop whether it has a position
     */
    private record Open(String element, @Nullable String key, boolean loop) {
        boolean isNamed() {
            return !element.startsWith("@");
        }
    }

    void open(String element, @Nullable String key, boolean loop) {
        blocks.add(new Open(element, key, loop));
    }

    void close() {
        blocks.removeLast();
    }

    /** What comes after the helper's word: {@code  as |x|}. */
    static String parameters(String element, @Nullable String key) {
        if (element.startsWith("@")) {
            return "";
        }
        return " as |" + element + (key == null ? "" : " " + key) + "|";
    }

    String write(Ref ref) {
        return switch (ref.kind()) {
            case INPUT -> from("../".repeat(blocks.size()), ref.names());
            case ELEMENT -> element(ref);
            case INDEX -> "@" + "../".repeat(loopsInside(ref.local())) + "index";
            case FIRST -> "@" + "../".repeat(loopsInside(ref.local())) + "first";
            case LAST -> "@" + "../".repeat(loopsInside(ref.local())) + "last";
            case KEY -> "@" + "../".repeat(loopsInside(ref.local())) + "key";
        };
    }

    private String element(Ref ref) {
        int at = indexOf(ref.local());
        if (at >= 0 && blocks.get(at).isNamed()) {
            return ref.local()
                    + ref.names().stream().map(name -> "." + segment(name)).collect(Collectors.joining());
        }
        return from("../".repeat(at < 0 ? 0 : blocks.size() - 1 - at), ref.names());
    }

    private String from(String way, List<String> names) {
        if (names.isEmpty()) {
            return way.isEmpty() ? "this" : way.substring(0, way.length() - 1);
        }
        String path = names.stream().map(HandlebarsNames::segment).collect(Collectors.joining("."));
        String first = names.getFirst();
        boolean hidden = Helper.find(first).isPresent()
                || WORDS.contains(first)
                || Character.isDigit(first.isEmpty() ? 'x' : first.charAt(0))
                || blocks.stream().anyMatch(block -> block.element().equals(first) || first.equals(block.key()));
        return way.isEmpty() && hidden ? "this." + path : way + path;
    }

    private static String segment(String name) {
        return PLAIN.matcher(name).matches() && !WORDS.contains(name)
                ? name
                : "[" + name.replaceAll("[\\]\\r\\n]", "") + "]";
    }

    private int loopsInside(String local) {
        int at = indexOf(local);
        return (int) blocks.subList(at + 1, blocks.size()).stream()
                .filter(Open::loop)
                .count();
    }

    private int indexOf(String local) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).element().equals(local)) {
                return i;
            }
        }
        return -1;
    }
}
