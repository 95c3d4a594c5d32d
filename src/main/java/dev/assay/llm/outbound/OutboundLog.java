package dev.assay.llm.outbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Every host that was contacted, and why. Thread-safe. */
public final class OutboundLog {
    private static final OutboundLog OF_PROCESS = new OutboundLog(InstantSource.system());

    private final InstantSource clock;
    private final ConcurrentMap<Key, Contact> contacts = new ConcurrentHashMap<>();

    private record Key(String host, Purpose purpose) {}

    /** An empty log. */
    public OutboundLog(InstantSource clock) {
        this.clock = clock;
    }

    /** That of this program since it was started. */
    public static OutboundLog ofProcess() {
        return OF_PROCESS;
    }

    /** A host is about to be contacted. */
    public void contacted(String host, Purpose purpose) {
        Instant now = clock.instant();
        contacts.merge(
                new Key(host, purpose),
                new Contact(host, purpose, now, now, 1, 0, 0),
                (before, first) -> before.again(now));
    }

    /** So many bytes went to a host that was contacted, and came from it. */
    public void exchanged(String host, Purpose purpose, long sent, long received) {
        contacts.computeIfPresent(new Key(host, purpose), (key, before) -> before.with(sent, received));
    }

    /** The contacts up to now, the latest first. */
    public List<Contact> contacts() {
        return contacts.values().stream()
                .sorted(Comparator.comparing(Contact::last).reversed().thenComparing(Contact::host))
                .toList();
    }
}
