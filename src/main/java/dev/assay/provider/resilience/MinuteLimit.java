package dev.assay.provider.resilience;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what was used within the last minute, so that no minute sees more than the limit. Thread-safe. */
final class MinuteLimit {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private final long most;
    private final Time time;
    private final Deque<Use> uses = new ArrayDeque<>();
    private long sum;

    /** Something used at a time; how much may turn out later. */
    static final class Use {
        private final long at;
        private long amount;
        private boolean over;

        Use(long at, long amount) {
            this.at = at;
            this.amount = amount;
        }
    }

    MinuteLimit(long most, Time time) {
        this.most = most;
        this.time = time;
    }

    /** How long to wait until this much may be used. More than the limit may be used when nothing else is. */
    synchronized Duration waitFor(long amount) {
        long now = time.nanos();
        forget(now);
        long left = sum;
        for (Use use : uses) {
            if (left + amount <= most) {
                break;
            }
            left -= use.amount;
            if (left + amount <= most || left == 0) {
                return Duration.ofNanos(use.at + MINUTE - now);
            }
        }
        return Duration.ZERO;
    }

    /** Uses this much now. */
    synchronized Use use(long amount) {
        var use = new Use(time.nanos(), amount);
        uses.add(use);
        sum += amount;
        return use;
    }

    /** It was this much in the end. */
    synchronized void settle(Use use, long amount) {
        if (!use.over) {
            sum += amount - use.amount;
            use.amount = amount;
        }
    }

    private void forget(long now) {
        while (!uses.isEmpty() && now - uses.getFirst().at >= MINUTE) {
            Use use = uses.removeFirst();
            use.over = true;
            sum -= use.amount;
        }
    }
}
