package dev.assay.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class KeptBodyTest {
    private static final String EVENT =
            "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1764144000,\"model\":\"small\","
                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word %d\"},\"finish_reason\":null}]}\n\n";

    @Test
    void aLongStreamIsKeptWholeInAFractionOfItsMemory() {
        var kept = new KeptBody();
        var whole = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            String event = EVENT.formatted(i);
            whole.append(event);
            var read = new Buffer().writeUtf8("before").writeUtf8(event);
            kept.add(read, 6, event.length());
        }
        assertThat(kept).hasToString(whole.toString());
        assertThat(kept.held()).isLessThan(whole.length() / 8);
    }

    @Test
    void bytesThatCannotBePackedAreKeptAsTheyAre() {
        var random = new Random(7);
        var text = new StringBuilder();
        random.ints(40_000, 0x4e00, 0x9fff).forEach(text::appendCodePoint);
        var kept = new KeptBody();
        kept.add(text.toString());
        assertThat(kept).hasToString(text.toString());
    }

    @Test
    void onlyTheFirstMebibyteIsKept() {
        var kept = new KeptBody();
        for (int i = 0; i < 300; i++) {
            kept.add("x".repeat(5_000));
        }
        assertThat(kept.toString()).hasSize(1 << 20);
    }
}
