package dev.assay.ui.compare;

import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Has the choice of metrics follow what the prompts say of themselves. */
final class MetricFollower {
    private MetricFollower() {}

    /**
     * Loads what one prompt says.
     *
     * @param variants all that are to run
     */
    static void follow(
            MetricChoice metrics,
            String prompt,
            List<VariantSetup> variants,
            Bench bench,
            Tasks tasks,
            Consumer<Failure> failed) {
        tasks.run(
                () -> bench.metricsOf(prompt),
                said -> metrics.follow(
                        prompt,
                        said,
                        variants.stream()
                                .flatMap(variant -> Stream.ofNullable(
                                        variant.promptProperty().get()))
                                .toList()),
                failed);
    }
}
