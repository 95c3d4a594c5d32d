package dev.assay.workbench;

import dev.assay.history.RunSettings;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.StorageException;
import dev.assay.provider.cache.CacheFolder;
import dev.assay.provider.cache.CachePlaces;
import dev.assay.provider.cache.CachedProvider;
import dev.assay.provider.cache.DiskStore;
import dev.assay.provider.cache.RedisStore;
import dev.assay.provider.cache.ResponseStore;
import dev.assay.provider.cache.SharedCalls;
import dev.assay.provider.cache.SimilarAnswers;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.similar.SimilarQuestions;
import dev.assay.settings.CacheSettings;
import dev.assay.settings.KeySource;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.RedisAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers that a workspace keeps for later. Thread-safe. */
public final class ResponseCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseCache.class);

    private final Path root;
    private final CacheFolder folder;
    private final KeySource keys;
    private final Consumer<String> notices;
    private final SharedCalls calls = new SharedCalls();
    private CacheSettings settings = CacheSettings.DEFAULTS;
    private @Nullable ResponseStore store;
    private @Nullable SimilarQuestions questions;

    ResponseCache(Path root, Path privateFolder, KeySource keys, Consumer<String> notices) {
        this.root = root;
        this.keys = keys;
        this.notices = notices;
        this.folder = new CacheFolder(privateFolder.resolve("cache"));
    }

    /** Its settings, as {@code cache.yaml} has them now. Throws {@code InputException} where that file is wrong. */
    public CacheSettings settings() {
        return CacheSettings.read(root.resolve(CacheSettings.FILE), keys);
    }

    /** Where it is; need not be there. */
    public Path folder() {
        return folder.folder();
    }

    /** What it holds now. */
    public CacheFolder.Size size() {
        try {
            return folder.size();
        } catch (IOException e) {
            throw new StorageException("Cannot read the cache in " + folder() + ": check its permissions", e);
        }
    }

    /** Removes all answers on disk; returns what they were. */
    public CacheFolder.Size clear() {
        try {
            return folder.clear();
        } catch (IOException e) {
            throw new StorageException(
                    "Cannot clear the cache in " + folder() + ": check its permissions, or delete the folder", e);
        }
    }

    /** How many answers the shared server holds; empty where none is set or it does not answer. */
    public OptionalLong sharedSize() {
        return settings().redis().map(this::counted).orElse(OptionalLong.empty());
    }

    /**
     * Removes all answers on the shared server, for everyone who uses it.
     *
     * @return how many there were; empty where no server is set
     * @throws StorageException where it does not answer
     */
    public OptionalLong clearShared() {
        return settings().redis().map(this::cleared).orElse(OptionalLong.empty());
    }

    private OptionalLong counted(RedisAddress address) {
        try (RedisStore shared = shared(address)) {
            return shared.count();
        }
    }

    private OptionalLong cleared(RedisAddress address) {
        try (RedisStore shared = shared(address)) {
            return OptionalLong.of(shared.clear());
        }
    }

    private RedisStore shared(RedisAddress address) {
        return new RedisStore(address, settings().maxAge(), InstantSource.system(), notices);
    }

    /** The same providers with the cache before those of the settings; offline ones are quicker than any cache. */
    CachedProvider before(LlmProvider gateway, List<ProviderSettings> providers) {
        return new CachedProvider(gateway, CachePlaces.of(providers, profiles()), store(), calls);
    }

    /** Who answers in a run; judges are only answered by equal requests, as theirs are alike whatever they judge. */
    Answering before(LlmProvider gateway, List<ProviderSettings> providers, RunSettings run) {
        if (!run.cache()) {
            return new Answering(gateway, gateway);
        }
        CachedProvider cached = before(gateway, providers);
        Double least = run.similarity();
        return new Answering(least == null ? cached : new SimilarAnswers(cached, questions(), least), cached);
    }

    private synchronized SimilarQuestions questions() {
        SimilarQuestions known = questions;
        if (known == null) {
            known = new SimilarQuestions(folder.questions(), InstantSource.system());
            questions = known;
        }
        return known;
    }

    private synchronized ResponseStore store() {
        CacheSettings now = settings();
        ResponseStore known = store;
        if (known == null || !now.equals(settings)) {
            close();
            known = opened(now);
            store = known;
            settings = now;
        }
        return known;
    }

    private ResponseStore opened(CacheSettings now) {
        var clock = InstantSource.system();
        return now.redis()
                .map(address -> (ResponseStore) new RedisStore(address, now.maxAge(), clock, notices))
                .orElseGet(() -> new DiskStore(folder.folder(), now, clock));
    }

    private String profiles() {
        Path file = root.resolve(ModelProfiles.FILE);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check that it is a readable file", e);
        }
    }

    /** With a shared server nothing else does. */
    private void trimQuestions() {
        try {
            folder.trim(settings.maxBytes(), Instant.now().minus(settings.maxAge()));
        } catch (IOException e) {
            LOG.warn("Cannot tidy up the cache in {}: {}", folder(), e.toString());
        }
    }

    /** Brings it to its limits. */
    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
        }
        if (questions != null) {
            trimQuestions();
        }
    }
}
