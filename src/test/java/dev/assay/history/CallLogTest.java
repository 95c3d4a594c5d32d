package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage;
import dev.assay.history.search.CallPage.Place;
import dev.assay.history.search.Mark;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLogTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private SqlRunHistory history;

    @BeforeEach
    void open() {
        history = SqlRunHistory.open(folder, "test", notice -> {});
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void callsAreToldNewestFirstPageByPageEachOnceEvenAtOneMoment() {
        history.addLogged(IntStream.range(0, 25)
                .mapToObj(i -> logged("c" + i, NOON.plusSeconds(i / 10), "m"))
                .toList());

        List<CallEntry> all = new ArrayList<>();
        for (Place place = Place.TOP; place != null; ) {
            CallPage page = history.calls().page(CallFilter.ALL, place, 4);
            all.addAll(page.entries());
            place = page.next();
        }

        assertThat(all).extracting(CallEntry::id).hasSize(25).doesNotHaveDuplicates();
        assertThat(all).extracting(entry -> entry.figures().startedAt()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theWordsOfQuestionAnswerAndErrorAreFound() {
        history.calls().add("support/reply", call("one", NOON, "Where is my parcel?", "It was delayed in Hamburg."));
        history.calls().add(null, call("two", NOON.plusSeconds(1), "Where is the invoice?", "Delayed refund."));

        assertThat(ids("parcel")).containsExactly("one");
        assertThat(ids("delayed")).containsExactly("two", "one");
        assertThat(ids("delay*")).containsExactly("two", "one");
        assertThat(ids("\"delayed in\"")).containsExactly("one");
        assertThat(ids("DELAYED -refund")).containsExactly("one");
        assertThat(ids("where prompt:support/*")).containsExactly("one");
        assertThat(ids("parcel invoice")).isEmpty();
        assertThat(ids("!!!")).isEmpty();
    }

    @Test
    void aCallIsFoundRightAfterItWasRecordedAndNoMoreOnceItIsReplaced() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        assertThat(ids("Hi")).isEmpty();
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        history.append("r", cell);

        assertThat(ids("Hi")).containsExactly(cell.answer().id());

        history.append("r", Samples.minimalCell(new CellKey(0, 0, 0)));
        assertThat(ids("Hi")).hasSize(1);
    }

    @Test
    void theIndexIsMadeAnewWhereItIsLost() throws IOException {
        history.calls().add(null, call("one", NOON, "parcel", "x"));
        assertThat(ids("parcel")).hasSize(1);
        try (var files = Files.list(folder.resolve(CallIndex.FOLDER))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(ids("parcel")).hasSize(1);
    }

    @Test
    void filtersNameProviderModelOperationErrorAndTime() {
        history.addLogged(List.of(logged("a", NOON, "gpt-4.1"), logged("b", NOON.plusSeconds(60), "claude")));
        history.calls().add(null, failed("c", NOON.plusSeconds(90)));

        assertThat(ids("model:gpt*")).containsExactly("a");
        assertThat(ids("model:lab/claude")).containsExactly("b");
        assertThat(ids("provider:lab")).containsExactly("b", "a");
        assertThat(ids("error:any")).containsExactly("c");
        assertThat(ids("is:failed error:rate_limited")).containsExactly("c");
        assertThat(ids("since:2026-11-20T12:01:00Z until:2026-11-20T12:01:30Z")).containsExactly("b");
        assertThat(history.calls().count(filter("provider:lab"))).isEqualTo(2);
        assertThat(history.calls().count(filter("answer -nothing"))).isOne();
    }

    @Test
    void starsTagsAndNotesAreKeptAndFound() {
        history.addLogged(List.of(logged("a", NOON, "m"), logged("b", NOON, "m")));
        history.calls().mark("a", before -> new Mark(true, List.of("odd", "late"), "Look again"));

        assertThat(ids("is:starred")).containsExactly("a");
        assertThat(ids("tag:odd")).containsExactly("a");
        assertThat(history.calls().call("a").orElseThrow().entry().mark())
                .isEqualTo(new Mark(true, List.of("late", "odd"), "Look again"));

        history.calls().mark("a", before -> Mark.NONE);
        assertThat(ids("is:starred")).isEmpty();
    }

    @Test
    void whatTwoSayOfOneCallAtTheSameTimeIsKeptBoth() {
        history.addLogged(List.of(logged("a", NOON, "m")));
        CallEntry asBothSawIt =
                history.calls().page(CallFilter.ALL, Place.TOP, 1).entries().getFirst();
        assertThat(asBothSawIt.mark().isNone()).isTrue();

        history.calls().mark("a", mark -> mark.withStar(true));
        Mark now = history.calls().mark("a", mark -> mark.withNote("Look again"));

        assertThat(now).isEqualTo(new Mark(true, List.of(), "Look again"));
        assertThat(history.calls().marks(List.of("a"))).containsExactly(Map.entry("a", now));
        assertThatThrownBy(() -> history.calls().mark("a", mark -> mark.withTags(List.of("two words"))))
                .isInstanceOf(InputException.class);
        assertThat(history.calls().marks(List.of("a"))).containsExactly(Map.entry("a", now));
    }

    @Test
    void manyCallsAreReadWithTheirTextsAtOnceInTheirOrder() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        Cell cell = new Samples(7).cell(new CellKey(1, 2, 0));
        history.append("r", cell);
        history.calls().add("p", call("single", NOON, "Hello", "World"));
        history.addLogged(List.of(logged("single", NOON.plusSeconds(1), "m")));
        List<CallEntry> entries =
                history.calls().page(CallFilter.ALL, Place.TOP, 100).entries();

        List<RecordedCall> whole = history.calls().whole(entries);

        assertThat(whole).extracting(RecordedCall::entry).containsExactlyElementsOf(entries);
        assertThat(whole)
                .filteredOn(call -> call.entry().id().equals("single"))
                .extracting(RecordedCall::invocation)
                .containsExactly(null, call("single", NOON, "Hello", "World"));
        assertThat(whole)
                .filteredOn(call -> call.place() != null)
                .hasSize(1 + cell.judgeCalls().size())
                .extracting(RecordedCall::invocation)
                .contains(cell.answer());
        assertThat(history.calls().whole(List.of())).isEmpty();
    }

    @Test
    void aCallIsShownWithItsTextsAndItsPlaceInARun() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        Cell cell = new Samples(7).cell(new CellKey(1, 2, 0));
        history.append("r", cell);
        history.calls().add("p", call("single", NOON, "Hello", "World"));

        RecordedCall ofRun = history.calls().call(cell.answer().id()).orElseThrow();
        assertThat(ofRun.invocation()).isEqualTo(cell.answer());
        assertThat(ofRun.place()).isEqualTo(new RecordedCall.Place("r", new CellKey(1, 2, 0)));
        RecordedCall single = history.calls().call("sing").orElseThrow();
        assertThat(single.invocation()).isEqualTo(call("single", NOON, "Hello", "World"));
        assertThat(single.entry().figures().prompt()).isEqualTo("p");
        assertThat(single.place()).isNull();
    }

    @Test
    void aBeginningOfSeveralIdsNamesThem() {
        history.addLogged(List.of(logged("ab1", NOON, "m"), logged("ab2", NOON, "m")));

        assertThatThrownBy(() -> history.calls().call("ab"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ab1")
                .hasMessageContaining("ab2");
        assertThat(history.calls().call("zz")).isEmpty();
    }

    @Test
    void viewsAreSavedReplacedAndForgotten() {
        history.calls().saveView("Slow", "model:m");
        history.calls().saveView("Slow", "model:n since:7d");

        assertThat(history.calls().views()).containsExactly(Map.entry("Slow", "model:n since:7d"));
        assertThat(history.calls().deleteView("Slow")).isTrue();
        assertThat(history.calls().deleteView("Slow")).isFalse();
        assertThatThrownBy(() -> history.calls().saveView("Bad", "is:blue")).isInstanceOf(InputException.class);
    }

    private List<String> ids(String line) {
        return history.calls().page(filter(line), Place.TOP, 100).entries().stream()
                .map(CallEntry::id)
                .toList();
    }

    private static CallFilter filter(String line) {
        return CallFilter.parse(line, NOON);
    }

    private static LoggedCall logged(String id, Instant time, String model) {
        return new LoggedCall(
                id, new CallRecord(time, "lab", model, "chat", null, null, false, 1L, 2L, 3L, null, null, 5.0, null));
    }

    private static Invocation call(String id, Instant time, String question, String answer) {
        Invocation call = Samples.minimalCell(new CellKey(0, 0, 0)).answer();
        var response = ((Outcome.Completed) call.outcome()).response();
        return new Invocation(
                id,
                Operation.CHAT,
                null,
                time,
                request(question),
                new Outcome.Completed(answered(response, answer)),
                null);
    }

    private static ChatResponse answered(ChatResponse response, String answer) {
        return new ChatResponse(
                answer,
                "",
                FinishReason.STOP,
                null,
                response.usage(),
                response.latency(),
                null,
                null,
                List.of(),
                RawExchange.NONE);
    }

    private static Invocation failed(String id, Instant time) {
        return new Invocation(
                id,
                Operation.CHAT,
                null,
                time,
                request("answer"),
                new Outcome.Failed("rate_limited", "Too many", 429, "", RawExchange.NONE, Duration.ofMillis(3)),
                null);
    }

    private static ChatRequest request(String question) {
        return new ChatRequest(
                ModelId.parse("house/small"),
                List.of(Message.of(Role.USER, question)),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);
    }
}
