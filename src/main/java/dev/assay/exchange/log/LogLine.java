package dev.assay.exchange.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.assay.history.metrics.CallRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one line of a log: an object with the figures of one call. Fields that it does not know are passed over. */
final class LogLine {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(40)
                    .build())
            .build();
    private static final int LONGEST_NAME = 256;
    private static final int COST_DIGITS = 12;
    private static final BigDecimal MOST_USD = BigDecimal.valueOf(1_000_000_000);
    private static final double MOST_MILLIS = 1e12;
    private static final long MOST_TOKENS = 1_000_000_000_000L;
    /** Seconds since 1970 would be more than this in the year 5138 only; milliseconds were in 1973. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private final Map<String, Object> fields = new HashMap<>();

    private LogLine() {}

    /**
     * The call of a line.
     *
     * @throws Unreadable saying why there is none
     */
    static CallRecord read(byte[] line) throws Unreadable {
        var reader = new LogLine();
        reader.parse(line);
        return reader.call();
    }

    /** Why a line is left out. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private void parse(byte[] line) throws Unreadable {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("it is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                Object value = value(parser, parser.nextToken());
                if (value != null) {
                    fields.put(name, value);
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new Unreadable("more follows after its JSON object");
            }
        } catch (JsonProcessingException e) {
            throw new Unreadable("it is not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an object only what it calls itself is of use, as errors are often told so. */
    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case START_OBJECT -> named(parser);
            case START_ARRAY -> {
                parser.skipChildren();
                yield null;
            }
            default -> null;
        };
    }

    private static Object named(JsonParser parser) throws IOException {
        String best = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            boolean names = name.equals("type") || name.equals("code") || (name.equals("message") && best.isEmpty());
            if (token == JsonToken.VALUE_STRING && names) {
                best = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return best.isEmpty() ? "error" : best;
    }

    private CallRecord call() throws Unreadable {
        String model = text("model");
        String provider = text("provider");
        if (model == null || model.isBlank()) {
            throw new Unreadable("it names no model");
        }
        int slash = model.indexOf('/');
        if (provider == null && slash > 0) {
            provider = model.substring(0, slash);
            model = model.substring(slash + 1);
        }
        Long input = tokens("prompt_tokens");
        Long output = tokens("completion_tokens");
        Long total = tokens("total_tokens");
        String operation = text("operation");
        return new CallRecord(
                time(),
                name("provider", provider == null ? "unknown" : provider),
                name("model", model),
                name("operation", operation == null ? "chat" : operation),
                null,
                error(),
                false,
                input,
                output,
                total != null ? total : input == null || output == null ? null : (Long) (input + output),
                cost(),
                null,
                millis(),
                null);
    }

    private @Nullable String text(String field) throws Unreadable {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new Unreadable(field + " is " + value + " but must be a text");
    }

    private static String name(String field, String text) throws Unreadable {
        if (text.length() > LONGEST_NAME) {
            throw new Unreadable(field + " has more than " + LONGEST_NAME + " characters");
        }
        return text;
    }

    private Instant time() throws Unreadable {
        Object value = fields.get("timestamp");
        try {
            if (value instanceof BigDecimal number) {
                boolean millis = number.abs().compareTo(BigDecimal.valueOf(MILLIS_FROM)) >= 0;
                return Instant.ofEpochMilli(
                        number.movePointRight(millis ? 0 : 3).longValue());
            }
            if (value instanceof String text) {
                return time(text.strip().replace(' ', 'T'));
            }
        } catch (DateTimeException e) {
            throw new Unreadable("timestamp is '" + value + "' but must be a time such as 2026-11-27T08:00:00Z");
        }
        throw new Unreadable("it has no timestamp");
    }

    /** Without a zone it is taken as UTC. */
    private static Instant time(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        Instant time = zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
            throw new DateTimeException("Nothing was logged then");
        }
        return time;
    }

    private @Nullable BigDecimal number(String field) throws Unreadable {
        Object value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number && number.signum() >= 0) {
            return number;
        }
        throw new Unreadable(field + " is " + value + " but must be a number, 0 or more");
    }

    private @Nullable Long tokens(String field) throws Unreadable {
        BigDecimal number = number(field);
        if (number == null) {
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(MOST_TOKENS)) > 0) {
            throw new Unreadable(field + " is " + number + ", more than any call has");
        }
        return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private @Nullable BigDecimal cost() throws Unreadable {
        BigDecimal number = number("cost_usd");
        if (number != null && number.compareTo(MOST_USD) > 0) {
            throw new Unreadable("cost_usd is " + number + ", more than any call costs");
        }
        return number == null ? null : number.setScale(COST_DIGITS, RoundingMode.HALF_UP);
    }

    private @Nullable Double millis() throws Unreadable {
        BigDecimal number = number("latency_ms");
        if (number != null && number.doubleValue() > MOST_MILLIS) {
            throw new Unreadable("latency_ms is " + number + ", longer than any call takes");
        }
        return number == null ? null : number.doubleValue();
    }

    private @Nullable String error() {
        Object value = fields.get("error");
        if (value == null || value.equals("")) {
            return null;
        }
        String text = value instanceof String said ? said.strip() : "error";
        String line = text.lines().findFirst().orElse("");
        return line.isEmpty() ? null : line.substring(0, Math.min(line.length(), LONGEST_NAME));
    }
}
