package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Searches files for keys, however they are packed and spelt. */
final class PlantedKeys {
    private PlantedKeys() {}

    /** A key as it is, as JSON, as part of an address, and as what a header may hold. */
    static List<String> spellings(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        key,
                        key.replace("/", "\\/"),
                        URLEncoder.encode(key, StandardCharsets.UTF_8),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .distinct()
                .toList();
    }

    /** Every file below a folder as text, unpacked where it is packed. */
    static Map<Path, String> read(Path folder) throws IOException {
        var texts = new HashMap<Path, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file, text(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    /** One character a byte, so that nothing is lost. */
    private static String text(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        boolean zlib = bytes.length > 2 && bytes[0] == 0x78;
        if (!gzip && !zlib) {
            return plain;
        }
        try (InputStream packed = new ByteArrayInputStream(bytes);
                InputStream in = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            return plain + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids in the list of runs. */
    static List<String> runs(JsonNode list) {
        var ids = new ArrayList<String>();
        list.findValues("id").forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
