package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EarlyOpeningTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final List<String> told = new ArrayList<>();

    @Test
    void itBeginsBeforeAnybodyAsksAndOpensOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var opening = EarlyOpening.begin(notices -> {
            begun.countDown();
            return opened.incrementAndGet();
        });
        begun.await();

        assertThat(opening.apply(told::add)).isEqualTo(1);
        assertThat(opened).hasValue(1);
    }

    @Test
    void whatItTellsMeanwhileComesToTheOneWhoAsks() {
        var opening = EarlyOpening.begin(notices -> {
            notices.accept("waits");
            notices.accept("goes on");
            return "open";
        });

        assertThat(opening.apply(told::add)).isEqualTo("open");
        assertThat(told).containsExactly("waits", "goes on");
    }

    @Test
    void whoAsksAgainAfterAFailureHasItOpenedAnew() {
        EarlyOpening<String> opening = EarlyOpening.begin(notices -> {
            if (opened.incrementAndGet() == 1) {
                throw new InputException("providers.yaml:3:1: no such key");
            }
            notices.accept("mended");
            return "open";
        });

        assertThatThrownBy(() -> opening.apply(told::add))
                .isInstanceOf(InputException.class)
                .hasMessage("providers.yaml:3:1: no such key");
        assertThat(opening.apply(told::add)).isEqualTo("open");
        assertThat(told).containsExactly("mended");
    }
}
