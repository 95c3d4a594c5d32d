package dev.assay.history.metrics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What calls took, as a whole and told apart. */
public final class CallReport {
    private final Map<CallGroup, CallSums> sums;
    private final CallFigures whole;

    /** A report of some groups of calls. */
    public CallReport(Map<CallGroup, CallSums> sums) {
        this.sums = Map.copyOf(sums);
        var all = new CallSums();
        sums.values().forEach(all::add);
        whole = all.figures("");
    }

    /** All of them. */
    public CallFigures whole() {
        return whole;
    }

    /** Told apart: days in order, all else with the dearest first, then those with the most calls. */
    public List<CallFigures> by(GroupBy by) {
        Map<String, CallSums> groups = new TreeMap<>();
        sums.forEach((group, part) ->
                groups.computeIfAbsent(group.name(by), name -> new CallSums()).add(part));
        Comparator<CallFigures> order = Comparator.comparing(CallFigures::costUsd)
                .thenComparing(CallFigures::invocations)
                .reversed()
                .thenComparing(CallFigures::name);
        return groups.entrySet().stream()
                .map(group -> group.getValue().figures(group.getKey()))
                .sorted(by == GroupBy.DAY ? Comparator.comparing(CallFigures::name) : order)
                .toList();
    }

    /** The calls of a group alone. */
    public CallReport only(GroupBy by, String name) {
        Map<CallGroup, CallSums> some = new HashMap<>();
        sums.forEach((group, part) -> {
            if (group.name(by).equals(name)) {
                some.put(group, part);
            }
        });
        return new CallReport(some);
    }

    /**
     * A report of each part of the time, in order.
     *
     * @param part names the part of a day in UTC, such as its month; names sort by time
     */
    public Map<String, CallReport> byTime(Function<LocalDate, String> part) {
        Map<String, Map<CallGroup, CallSums>> parts = new TreeMap<>();
        sums.forEach((group, calls) -> parts.computeIfAbsent(part.apply(group.day()), name -> new HashMap<>())
                .put(group, calls));
        Map<String, CallReport> reports = new LinkedHashMap<>();
        parts.forEach((name, some) -> reports.put(name, new CallReport(some)));
        return reports;
    }
}
