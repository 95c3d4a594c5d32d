package dev.assay.exchange.chat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what must not be copied out of a file of settings. */
public final class Secrets {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(api_?-?key|secret|token|password|credential|authorization|bearer|cookie|connection|headers?)$");
    private static final Pattern VALUE = Pattern.compile(
            "(?s).*(\\$\\{(env|file):|\\$\\{[A-Z_]+\\}|\\{\\{\\s*env\\.|\\bsk-[A-Za-z0-9_-]{8,}|Bearer ).*");

    private Secrets() {}

    /** Whether a setting of this name, or one with this value in it, may hold a secret or ask for one. */
    public static boolean holds(String name, @Nullable Object value) {
        boolean count = value instanceof Number;
        return (!count && NAME.matcher(name).matches()) || inside(value);
    }

    private static boolean inside(@Nullable Object value) {
        return switch (value) {
            case String text -> VALUE.matcher(text).matches();
            case List<?> list -> list.stream().anyMatch(Secrets::inside);
            case Map<?, ?> map ->
                "secret".equals(map.get("type"))
                        || map.entrySet().stream()
                                .anyMatch(entry -> holds(String.valueOf(entry.getKey()), entry.getValue()));
            case null -> false;
            default -> false;
        };
    }
}
