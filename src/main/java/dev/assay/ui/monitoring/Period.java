package dev.assay.ui.monitoring;

import dev.assay.history.metrics.CallQuery;
import dev.assay.ui.fx.Messages;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far back the screen looks; days are those of UTC. */
enum Period {
    TODAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    ALL(0);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** Its name for the user. */
    String label() {
        return switch (this) {
            case TODAY -> Messages.get("monitoring.period.today");
            case WEEK -> Messages.get("monitoring.period.week");
            case MONTH -> Messages.get("monitoring.period.month");
            case QUARTER -> Messages.get("monitoring.period.quarter");
            case ALL -> Messages.get("monitoring.period.all");
        };
    }

    /** The calls that are meant. */
    CallQuery query(LocalDate today) {
        return this == ALL ? CallQuery.ALL : between(first(today), null);
    }

    /** The calls of as many days before those; empty where there is no beginning to count from. */
    Optional<CallQuery> before(LocalDate today) {
        LocalDate first = first(today);
        return this == ALL ? Optional.empty() : Optional.of(between(first.minusDays(days), first));
    }

    /** The first day; of all calls that of today. */
    LocalDate first(LocalDate today) {
        return today.minusDays(Math.max(1, days) - 1L);
    }

    private static CallQuery between(LocalDate since, @Nullable LocalDate until) {
        return new CallQuery(
                since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                until == null ? null : until.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
