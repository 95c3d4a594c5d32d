package dev.assay.llm.outbound;

import java.time.Instant;

/**
 * What was sent to a host for one purpose.
 *
 * @param host its name, with the port where that is not the usual one
 * @param purpose why
 * @param first when it was first contacted
 * @param last when it was last contacted
 * @param calls how often it was contacted, 1 or more
 * @param sent bytes of requests, headers apart; 0 where they are not counted
 * @param received bytes of answers as they came, headers apart; 0 where they are not counted
 */
public record Contact(String host, Purpose purpose, Instant first, Instant last, long calls, long sent, long received) {

    Contact again(Instant now) {
        return new Contact(host, purpose, first, now, calls + 1, sent, received);
    }

    Contact with(long moreSent, long moreReceived) {
        return new Contact(host, purpose, first, last, calls, sent + moreSent, received + moreReceived);
    }
}
