package dev.assay.provider.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    /** Reads with the bytes arriving one at a time, the hardest case for every boundary. */
    private static List<String> events(String stream) throws IOException {
        var drip = new ForwardingSource(new Buffer().writeUtf8(stream)) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                return super.read(sink, 1);
            }
        };
        return drain(EventReader.ofServerSentEvents(new LineReader(Okio.buffer(drip))));
    }

    private static List<String> drain(EventReader reader) throws IOException {
        var events = new ArrayList<String>();
        for (String event = reader.next(); event != null; event = reader.next()) {
            events.add(event);
        }
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsRead(String end) throws IOException {
        assertThat(events(String.join(end, "data: one", "", "event: x", "data: zwö 🌍", "", "")))
                .containsExactly("one", "zwö 🌍");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(events("\uFEFFdata: one\n\n")).containsExactly("one");
    }

    @Test
    void commentsAreSkippedAlsoWhereAProxyWrappedThem() throws IOException {
        assertThat(
                        events(
                                ": ping\n\ndata: one\n: inside\ndata: two\n\n: ping\n\ndata: : keepalive\n\ndata:\n\nid: 7\n\ndata: : near\ndata: three\n\n"))
                .containsExactly("one\ntwo", "three");
    }

    @Test
    void theSpaceAfterTheColonMayBeMissingAndOnlyOneIsTaken() throws IOException {
        assertThat(events("data:one\n\ndata:  two\n\n")).containsExactly("one", " two");
    }

    @Test
    void theLastEventNeedsNoBlankLineAndNoLineEnd() throws IOException {
        assertThat(events("data: one\n\ndata: two")).containsExactly("one", "two");
        assertThat(events("data: one\n\ndata: two\n")).containsExactly("one", "two");
    }

    @Test
    void everyNonBlankLineOfNdjsonIsAnEvent() throws IOException {
        var source = new Buffer().writeUtf8("{\"a\":1}\n\n  \r\n{\"b\":2}");
        assertThat(drain(EventReader.ofLines(new LineReader(source)))).containsExactly("{\"a\":1}", "{\"b\":2}");
    }
}
