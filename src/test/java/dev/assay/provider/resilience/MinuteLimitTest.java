package dev.assay.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MinuteLimitTest {
    private final ManualTime time = new ManualTime();
    private final MinuteLimit limit = new MinuteLimit(100, time);

    @Test
    void whatFitsIntoTheMinuteNeedNotWait() {
        limit.use(60);
        assertThat(limit.waitFor(40)).isZero();
        assertThat(limit.waitFor(41)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theWaitEndsWhenEnoughOfTheUseIsAMinuteAgo() throws InterruptedException {
        limit.use(30);
        time.pause(Duration.ofSeconds(10));
        limit.use(30);
        time.pause(Duration.ofSeconds(10));
        limit.use(40);
        assertThat(limit.waitFor(30)).isEqualTo(Duration.ofSeconds(40));
        assertThat(limit.waitFor(31)).isEqualTo(Duration.ofSeconds(50));
        time.pause(Duration.ofSeconds(40));
        assertThat(limit.waitFor(30)).isZero();
    }

    @Test
    void moreThanTheLimitIsUsedAloneRatherThanNever() throws InterruptedException {
        assertThat(limit.waitFor(500)).isZero();
        limit.use(10);
        assertThat(limit.waitFor(500)).isEqualTo(Duration.ofMinutes(1));
        time.pause(Duration.ofMinutes(1));
        assertThat(limit.waitFor(500)).isZero();
    }

    @Test
    void whatWasUsedInTheEndCountsForItsMinuteAlone() throws InterruptedException {
        MinuteLimit.Use use = limit.use(90);
        limit.settle(use, 20);
        assertThat(limit.waitFor(80)).isZero();
        time.pause(Duration.ofMinutes(1));
        assertThat(limit.waitFor(100)).isZero();
        limit.settle(use, 90);
        limit.use(100);
        assertThat(limit.waitFor(1)).isEqualTo(Duration.ofMinutes(1));
    }
}
