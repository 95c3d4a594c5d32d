package dev.assay.prompt.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What values mean to a template. The format is defined by JavaScript, so numbers and truth follow its rules. */
public final class Values {
    private Values() {}

    /** Everything is true but null, false, 0, the empty text and the empty list. */
    public static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> !isZero(number) && !Double.isNaN(number.doubleValue());
            case CharSequence text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    static boolean isZero(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == 0;
    }

    /** Like {@code ===}: a number never equals a text, 5 equals 5.0, lists and maps equal only themselves. */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number left && b instanceof Number right) {
            return isFinite(left) && isFinite(right)
                    ? decimal(left).compareTo(decimal(right)) == 0
                    : left.doubleValue() == right.doubleValue();
        }
        boolean identity = a instanceof Map || a instanceof List;
        return identity ? a == b : Objects.equals(a, b);
    }

    /** A number without needless digits: 5.0 is {@code 5}, 1e21 is {@code 1e+21}. */
    static String print(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return number.toString();
        }
        if (!isFinite(number)) {
            return number.toString();
        }
        BigDecimal exact = decimal(number);
        if (exact.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = exact.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent > -7 && exponent < 21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString().replace("-", "");
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (shortest.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue()) || number instanceof BigDecimal || number instanceof BigInteger;
    }

    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case BigInteger exact -> new BigDecimal(exact);
            case Double real -> BigDecimal.valueOf(real);
            case Float real -> new BigDecimal(real.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    /** The element of a map, list or text by name, or null: no Java object is ever looked into. */
    static @Nullable Object member(@Nullable Object value, String name) {
        return switch (value) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list -> name.equals("length") ? (Object) list.size() : element(list, name);
            case CharSequence text -> name.equals("length") ? text.length() : null;
            case null -> null;
            default -> null;
        };
    }

    private static @Nullable Object element(List<?> list, String name) {
        int at = index(name);
        return at >= 0 && at < list.size() ? list.get(at) : null;
    }

    /** The number that a name is, or -1. */
    private static int index(String name) {
        int index = name.isEmpty() || name.length() > 9 ? -1 : 0;
        for (int i = 0; i < name.length() && index >= 0; i++) {
            char c = name.charAt(i);
            index = c >= '0' && c <= '9' ? index * 10 + c - '0' : -1;
        }
        return index;
    }
}
