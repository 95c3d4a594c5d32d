package dev.assay.history.metrics;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** The days in order, and on each the calls told apart otherwise, as for a chart whose bars are stacked. */
    public Map<String, List<CallFigures>> byDayAnd(GroupBy by) {
        Map<String, Map<CallGroup, CallSums>> days = new TreeMap<>();
        sums.forEach((group, part) -> days.computeIfAbsent(group.name(GroupBy.DAY), day -> new HashMap<>())
                .put(group, part));
        Map<String, List<CallFigures>> told = new TreeMap<>();
        days.forEach((day, groups) -> told.put(day, new CallReport(groups).by(by)));
        return told;
    }

    /** Every way to tell them apart. */
    public Map<GroupBy, List<CallFigures>> all() {
        Map<GroupBy, List<CallFigures>> all = new EnumMap<>(GroupBy.class);
        for (GroupBy by : GroupBy.values()) {
            all.put(by, by(by));
        }
        return all;
    }
}
