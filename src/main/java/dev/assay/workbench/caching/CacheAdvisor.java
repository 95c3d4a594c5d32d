package dev.assay.workbench.caching;

import dev.assay.history.CallLog;
import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.RecordedCall;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Message;
import dev.assay.pricing.Cost;
import dev.assay.pricing.Price;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCount;
import dev.assay.pricing.TokenCounter;
import dev.assay.provider.cache.RequestKey;
import dev.assay.settings.ProviderSettings;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through calls for what caches would have saved. One for each question. */
public final class CacheAdvisor {
    /** Older calls say less of what is called now, and a bound keeps memory small. */
    private static final int MOST_CALLS = 100_000;

    private static final int AT_ONCE = 500;

    /** Texts that have so many characters for each token that must be kept in common belong together. */
    private static final int CHARACTERS_A_TOKEN = 2;

    /** A prompt whose calls begin in more ways than these has no beginning worth keeping. */
    private static final int MOST_BEGINNINGS = 20;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Map<String, PrefixCaching> providers;
    private final PriceTable prices;
    private final TokenCounter tokens;
    private final Map<Asked, Map<String, Beginning>> beginnings = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<Asked, Repeats> repeats = new HashMap<>();
    private long calls;

    /** @param providers those that are set up; of others it is not known how they keep beginnings */
    public CacheAdvisor(Collection<ProviderSettings> providers, PriceTable prices, TokenCounter tokens) {
        this.providers = providers.stream()
                .collect(Collectors.toMap(ProviderSettings::name, PrefixCaching::of, (one, same) -> one));
        this.prices = prices;
        this.tokens = tokens;
    }

    /** Looks through the newest hundred thousand calls that a filter lets through; slow. */
    public CacheAdvice of(CallLog log, CallFilter filter) {
        CallPage.Place place = CallPage.Place.TOP;
        for (int told = 0; place != null && told < MOST_CALLS; ) {
            CallPage page = log.page(filter, place, AT_ONCE);
            log.whole(page.entries()).forEach(this::add);
            told += page.entries().size();
            place = page.next();
        }
        Comparator<SharedBeginning> dearest =
                Comparator.comparing(SharedBeginning::savedUsd, Comparator.nullsFirst(Comparator.naturalOrder()));
        return new CacheAdvice(
                calls,
                place != null,
                beginnings.entrySet().stream()
                        .flatMap(
                                group -> shared(group.getKey(), group.getValue().values()))
                        .sorted(dearest.reversed()
                                .thenComparing(one -> one.asked().toString()))
                        .toList(),
                repeats.values().stream()
                        .sorted(Comparator.comparing(Repeats::usd)
                                .reversed()
                                .thenComparing(one -> one.asked().toString()))
                        .toList());
    }

    private void add(RecordedCall recorded) {
        Invocation call = recorded.invocation();
        if (call != null
                && (call.operation() == Operation.CHAT || call.operation() == Operation.JUDGE)
                && call.outcome() instanceof Outcome.Completed completed
                && completed.response().cache() == CacheStatus.NONE) {
            String prompt = recorded.entry().figures().prompt();
            var asked = new Asked(
                    call.operation(),
                    prompt == null ? "" : prompt,
                    call.request().model());
            calls++;
            addBeginning(asked, call, completed.response());
            if (!answered.add(RequestKey.of(call.request(), ""))) {
                addRepeat(asked, call.cost());
            }
        }
    }

    private void addRepeat(Asked asked, @Nullable Cost cost) {
        Repeats before = repeats.getOrDefault(asked, new Repeats(asked, 0, BigDecimal.ZERO));
        repeats.put(asked, before.plus(cost == null ? BigDecimal.ZERO : cost.usd()));
    }

    private void addBeginning(Asked asked, Invocation call, ChatResponse response) {
        String text = text(call.request().messages());
        int least = least(asked) * CHARACTERS_A_TOKEN;
        if (text.length() < least) {
            return;
        }
        Map<String, Beginning> group = beginnings.computeIfAbsent(asked, any -> new HashMap<>());
        String start = text.substring(0, least);
        if (group.containsKey(start) || group.size() < MOST_BEGINNINGS) {
            group.computeIfAbsent(start, any -> new Beginning(text)).add(text, call.startedAt(), response.usage());
        }
    }

    private static String text(List<Message> messages) {
        return messages.stream()
                .map(message -> message.role() + "\n" + message.text())
                .collect(Collectors.joining("\n"));
    }

    private int least(Asked asked) {
        return caching(asked).leastTokens(asked.model().model());
    }

    private PrefixCaching caching(Asked asked) {
        return Objects.requireNonNullElse(providers.get(asked.model().provider()), PrefixCaching.UNKNOWN);
    }

    private Stream<SharedBeginning> shared(Asked asked, Collection<Beginning> group) {
        return group.stream().filter(beginning -> beginning.calls() > 1).flatMap(beginning -> {
            TokenCount count = tokens.count(asked.model(), beginning.shared());
            return count.tokens() < least(asked)
                    ? Stream.empty()
                    : Stream.of(new SharedBeginning(
                            asked,
                            beginning.calls(),
                            beginning.inTime(),
                            count.tokens(),
                            count.exact(),
                            beginning.readTokens(),
                            saved(asked, beginning, count.tokens()),
                            caching(asked)));
        });
    }

    /** What is read costs less, and what must be written first may cost more. */
    private @Nullable BigDecimal saved(Asked asked, Beginning beginning, long tokensEach) {
        Price price = prices.priceOf(asked.model()).orElse(null);
        BigDecimal cached = price == null ? null : price.cachedInputPerMillion();
        if (price == null || cached == null) {
            return null;
        }
        long unread = Math.max(0, beginning.inTime() * tokensEach - beginning.readTokens());
        BigDecimal read = price.inputPerMillion().subtract(cached).multiply(BigDecimal.valueOf(unread));
        BigDecimal write = price.cacheWritePerMillion();
        boolean writesNow = beginning.readTokens() > 0;
        long written = writesNow ? 0 : (beginning.calls() - beginning.inTime()) * tokensEach;
        BigDecimal more = write == null
                ? BigDecimal.ZERO
                : write.subtract(price.inputPerMillion()).multiply(BigDecimal.valueOf(written));
        return read.subtract(more).divide(MILLION);
    }
}
