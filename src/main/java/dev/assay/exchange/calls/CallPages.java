package dev.assay.exchange.calls;

import dev.assay.history.CallLog;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage;
import java.util.List;
import java.util.function.Consumer;

/** Goes through all calls that a filter lets through, some at a time, however many there are. */
public final class CallPages {
    private static final int AT_ONCE = 1000;

    private CallPages() {}

    /**
     * Goes through them, the newest first; slow.
     *
     * @param page hears of each part in turn
     * @return how many there were
     */
    public static long forEach(CallLog calls, CallFilter filter, Consumer<List<CallEntry>> page) {
        long count = 0;
        for (CallPage.Place place = CallPage.Place.TOP; place != null; ) {
            CallPage next = calls.page(filter, place, AT_ONCE);
            if (!next.entries().isEmpty()) {
                page.accept(next.entries());
            }
            count += next.entries().size();
            place = next.next();
        }
        return count;
    }
}
