package dev.assay.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.CallWait;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CachedProviderTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, ChatResponse> kept = new ConcurrentHashMap<>();
    private final ResponseStore store = new ResponseStore() {
        @Override
        public Optional<ChatResponse> find(String key) {
            return Optional.ofNullable(kept.get(key)).map(response -> response.withCache(CacheStatus.HIT));
        }

        @Override
        public void keep(String key, ChatResponse response) {
            kept.put(key, response);
        }
    };

    @Test
    void theSecondEqualCallIsAnsweredAtOnceInOnePieceAndMarked() {
        LlmProvider cached = cached((request, listener) -> {
            listener.onText("He");
            listener.onText("llo");
            return Answers.answer("Hello");
        });
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();

        ChatResponse paid = cached.chat(Answers.request("Hi"), first::add);
        ChatResponse free = cached.chat(Answers.request("Hi"), second::add);

        assertThat(paid).isEqualTo(Answers.answer("Hello"));
        assertThat(free.cache()).isEqualTo(CacheStatus.HIT);
        assertThat(free.usage()).isEqualTo(paid.usage());
        assertThat(free.latency().total()).isLessThan(paid.latency().total());
        assertThat(first).containsExactly("He", "llo");
        assertThat(second).containsExactly("Hello");
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoWaitsForASharedCallHearsThatItWaits() {
        var wait = new CallWait(Answers.request("Hi").model(), CallWait.Cause.RETRY, null);
        LlmProvider cached = cached((request, listener) -> {
            listener.onWait(wait);
            listener.onWaitOver();
            return Answers.answer("Hello");
        });
        var told = new ArrayList<Object>();
        cached.chat(Answers.request("Hi"), new ChatListener() {
            @Override
            public void onText(String delta) {
                told.add(delta);
            }

            @Override
            public void onWait(CallWait begun) {
                told.add(begun);
            }

            @Override
            public void onWaitOver() {
                told.add("over");
            }
        });
        assertThat(told).containsExactly(wait, "over");
    }

    @Test
    void repeatsAndProvidersWithoutAPlaceAreAskedAfresh() {
        LlmProvider cached = cached((request, listener) -> Answers.answer("Hello"));
        ChatRequest offline = Answers.request("Hi").withModel(new ModelId("offline", "brief"));

        cached.chat(Answers.request("Hi"), ChatListener.NONE);
        cached.chat(Answers.request("Hi").withRepeat(1), ChatListener.NONE);
        cached.chat(offline, ChatListener.NONE);
        assertThat(cached.chat(offline, ChatListener.NONE).cache()).isEqualTo(CacheStatus.NONE);

        assertThat(calls).hasValue(4);
    }

    @Test
    void onlyWholeAnswersOfTheModelAskedAreKept() {
        for (FinishReason finish : FinishReason.values()) {
            ask(Answers.answer("x", finish), finish.name());
        }
        ask(
                Answers.answer("x").withAdjustments(List.of(new Adjustment("model", "a", "b", "no answer"))),
                "another model");
        LlmProvider failing = cached((request, listener) -> {
            throw new LlmException.Overloaded("busy", LlmException.Detail.of(Answers.MODEL));
        });
        assertThatThrownBy(() -> failing.chat(Answers.request("fails"), ChatListener.NONE))
                .isInstanceOf(LlmException.class);

        assertThat(kept.values())
                .extracting(ChatResponse::finishReason)
                .containsExactlyInAnyOrder(
                        FinishReason.STOP, FinishReason.LENGTH, FinishReason.TOOL_CALLS, FinishReason.REFUSAL);
    }

    @Test
    void equalCallsUnderWayAreOneAndWhoComesLateHearsItAll() throws Exception {
        var begun = new CountDownLatch(1);
        var joined = new CountDownLatch(1);
        LlmProvider cached = cached((request, listener) -> {
            listener.onText("He");
            begun.countDown();
            await(joined);
            listener.onText("llo");
            return Answers.answer("Hello");
        });
        var heard = new ArrayList<String>();

        CompletableFuture<ChatResponse> first = async(() -> cached.chat(Answers.request("Hi"), ChatListener.NONE));
        await(begun);
        CompletableFuture<ChatResponse> second = async(() -> cached.chat(Answers.request("Hi"), delta -> {
            heard.add(delta);
            joined.countDown();
        }));

        assertThat(first.get().cache()).isEqualTo(CacheStatus.NONE);
        assertThat(second.get().cache()).isEqualTo(CacheStatus.JOINED);
        assertThat(second.get().text()).isEqualTo("Hello");
        assertThat(heard).containsExactly("He", "llo");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aCallIsCutWhenTheLastWaiterIsCancelledAndNotBefore() throws Exception {
        var cut = new CountDownLatch(1);
        LlmProvider cached = cached((request, listener) -> {
            listener.onText("Hel");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                cut.countDown();
            }
            throw new CancelledException("cut", "Hel");
        });
        var one = new Asker(cached);
        one.heard.await();
        var other = new Asker(cached);
        other.heard.await();

        one.thread.interrupt();
        assertThatThrownBy(one.result::get).hasCauseInstanceOf(CancelledException.class);
        assertThat(cut.getCount()).isEqualTo(1);
        assertThat(other.result).isNotDone();

        other.thread.interrupt();
        assertThatThrownBy(other.result::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        e -> assertThat(e.partialText()).isEqualTo("Hel"));
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(calls).hasValue(1);
        assertThat(kept).isEmpty();
    }

    @Test
    void aListenerThatFailsTroublesNobodyElse() throws Exception {
        var begun = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        LlmProvider cached = cached((request, listener) -> {
            listener.onText("Hello");
            begun.countDown();
            await(failed);
            return Answers.answer("Hello");
        });
        CompletableFuture<ChatResponse> good = async(() -> cached.chat(Answers.request("Hi"), ChatListener.NONE));
        await(begun);
        CompletableFuture<ChatResponse> bad = async(() -> cached.chat(Answers.request("Hi"), delta -> {
            throw new IllegalStateException("no ear");
        }));
        assertThatThrownBy(bad::get).hasCauseInstanceOf(IllegalStateException.class);
        failed.countDown();

        assertThat(good.get().text()).isEqualTo("Hello");
    }

    private void ask(ChatResponse response, String text) {
        cached((request, listener) -> response).chat(Answers.request(text), ChatListener.NONE);
    }

    private LlmProvider cached(Talk talk) {
        LlmProvider provider = new LlmProvider() {
            @Override
            public ChatResponse chat(ChatRequest request, ChatListener listener) {
                calls.incrementAndGet();
                return talk.chat(request, listener);
            }

            @Override
            public List<ModelId> models() {
                return List.of();
            }
        };
        return new CachedProvider(provider, Map.of("house", "here"), store, new SharedCalls());
    }

    private interface Talk {
        ChatResponse chat(ChatRequest request, ChatListener listener);
    }

    private static final class Asker {
        final CountDownLatch heard = new CountDownLatch(1);
        final CompletableFuture<ChatResponse> result = new CompletableFuture<>();
        final Thread thread;

        Asker(LlmProvider provider) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    result.complete(provider.chat(Answers.request("Hi"), delta -> heard.countDown()));
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
        }
    }

    private static CompletableFuture<ChatResponse> async(java.util.function.Supplier<ChatResponse> call) {
        return CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancelledException("cut");
        }
    }
}
