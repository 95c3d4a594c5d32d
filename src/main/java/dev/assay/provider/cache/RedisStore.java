package dev.assay.provider.cache;

import dev.assay.llm.ChatResponse;
import dev.assay.llm.StorageException;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import dev.assay.settings.RedisAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Answers that a team shares. A server that is down costs no call: it is told once, and left alone for a while. How much
 * is kept is the server's own matter. Thread-safe.
 */
public final class RedisStore implements ResponseStore {
    private static final String PREFIX = "assay:answer:";
    private static final int LONGEST_MILLIS = 1000;
    private static final int CONNECTIONS = 16;
    private static final int PART = 500;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final RedisAddress address;
    private final Duration maxAge;
    private final InstantSource clock;
    private final Consumer<String> notices;
    private final JedisPool pool;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicReference<Instant> leftAloneUntil = new AtomicReference<>(Instant.EPOCH);

    /**
     * A store; the server is not asked for anything yet.
     *
     * @param maxAge how long an answer is kept
     * @param notices hears in one line that the server does not answer
     */
    public RedisStore(RedisAddress address, Duration maxAge, InstantSource clock, Consumer<String> notices) {
        this.address = address;
        this.maxAge = maxAge;
        this.clock = clock;
        this.notices = notices;
        var limits = new JedisPoolConfig();
        limits.setMaxTotal(CONNECTIONS);
        limits.setMaxWait(Duration.ofMillis(LONGEST_MILLIS));
        limits.setJmxEnabled(false);
        this.pool = new JedisPool(limits, host(address), client(address));
    }

    private static HostAndPort host(RedisAddress address) {
        int port = address.uri().getPort();
        return new HostAndPort(address.uri().getHost(), port < 0 ? 6379 : port);
    }

    private static DefaultJedisClientConfig client(RedisAddress address) {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(LONGEST_MILLIS)
                .socketTimeoutMillis(LONGEST_MILLIS)
                .user(JedisURIHelper.getUser(address.uri()))
                .password(JedisURIHelper.getPassword(address.uri()))
                .database(JedisURIHelper.getDBIndex(address.uri()))
                .ssl(JedisURIHelper.isRedisSSLScheme(address.uri()))
                .build();
    }

    @Override
    public Optional<ChatResponse> find(String key) {
        return Optional.ofNullable(ask(redis -> redis.get(PREFIX + key)))
                .flatMap(Sealed::open)
                .flatMap(Entry::read)
                .filter(entry -> !entry.isOlderThan(maxAge, clock.instant()))
                .map(Entry::response);
    }

    @Override
    public void keep(String key, ChatResponse response) {
        String sealed = Sealed.seal(Entry.of(response, clock.instant()).toJson());
        ask(redis -> redis.set(PREFIX + key, sealed, SetParams.setParams().ex(maxAge.toSeconds())));
    }

    /** How many answers the server holds, of everyone who shares it; empty where it does not answer. */
    public OptionalLong count() {
        try (Jedis redis = pool.getResource()) {
            return OptionalLong.of(each(redis, keys -> {}));
        } catch (JedisException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Removes all answers, also those of others who share the server; other data of it stay.
     *
     * @return how many there were
     * @throws StorageException where the server does not answer
     */
    public long clear() {
        try (Jedis redis = pool.getResource()) {
            return each(redis, redis::unlink);
        } catch (JedisException e) {
            throw new StorageException(
                    "Cannot clear the shared cache at " + address + ": check that the server runs, and its password",
                    e);
        }
    }

    /** Goes through the names of all answers in parts, so that a large server serves others meanwhile. */
    private static long each(Jedis redis, Consumer<String[]> part) {
        var found = new ScanParams().match(PREFIX + "*").count(PART);
        var seen = new HashSet<String>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> names = redis.scan(cursor, found);
            // A scan may name one twice.
            String[] fresh = names.getResult().stream().filter(seen::add).toArray(String[]::new);
            if (fresh.length > 0) {
                part.accept(fresh);
            }
            cursor = names.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return seen.size();
    }

    private @Nullable String ask(Function<Jedis, @Nullable String> question) {
        if (clock.instant().isBefore(leftAloneUntil.get())) {
            return null;
        }
        OutboundLog.ofProcess().contacted(host(address).toString(), Purpose.CACHE);
        try (Jedis redis = pool.getResource()) {
            return question.apply(redis);
        } catch (JedisException e) {
            if (wasCancelled(e)) {
                // Whoever makes the call is to hear of it; the server is well.
                Thread.currentThread().interrupt();
            } else {
                leaveAlone();
            }
            return null;
        }
    }

    private void leaveAlone() {
        leftAloneUntil.set(clock.instant().plus(LEFT_ALONE));
        if (told.compareAndSet(false, true)) {
            notices.accept("The shared cache at " + address + " does not answer; calls are made without it");
        }
    }

    private static boolean wasCancelled(Throwable failure) {
        return Thread.currentThread().isInterrupted()
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(InterruptedException.class::isInstance);
    }

    @Override
    public void close() {
        pool.close();
    }
}
