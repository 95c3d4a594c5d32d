package dev.assay.provider.cache;

import dev.assay.llm.ChatRequest;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a request in the cache: a digest of everything that may change its answer. It follows the records of the
 * request whatever they hold, so that nothing added to them later is forgotten here.
 */
public final class RequestKey {
    /** Another one makes all answers kept so far unknown. */
    private static final String VERSION = "1";

    /** They ask for another way of delivery or to another model, not for another answer. */
    private static final Set<String> UNSENT = Set.of("stream", "origin");

    /** Parameters that there were not at first: answers that were kept before stay known where they are not asked for. */
    private static final Set<String> YOUNGER = Set.of("likeliest");

    private final MessageDigest digest;

    private RequestKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key, 64 hexadecimal digits.
     *
     * @param place where the request goes and how, in any words
     */
    public static String of(ChatRequest request, String place) {
        var key = new RequestKey();
        key.add(VERSION);
        key.add(place);
        key.add(request);
        return HexFormat.of().formatHex(key.digest.digest());
    }

    private void add(@Nullable Object value) {
        if (value instanceof Record fields) {
            text(value.getClass().getName());
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object held = valueOf(component, fields);
                boolean unsent = value instanceof ChatRequest && UNSENT.contains(component.getName());
                if (!unsent && !(held == null && YOUNGER.contains(component.getName()))) {
                    add(held);
                }
            }
        } else if (value instanceof List<?> items) {
            text("list " + items.size());
            items.forEach(this::add);
        } else {
            text(value == null ? "null" : "=" + value);
        }
    }

    /** Its length goes before a text, so that two texts never read like two others. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record fields) {
        try {
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
