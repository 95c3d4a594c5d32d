package dev.assay.history.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatencySketchTest {
    private static final int TIMES = 20_000;

    static Stream<Named<DoubleSupplier>> shapes() {
        Random random = new Random(20261127);
        return Stream.of(
                Named.of("even", () -> random.nextDouble() * 5000),
                Named.of("as answers of models", () -> Math.exp(7 + 0.6 * random.nextGaussian())),
                Named.of("long tail", () -> Math.pow(1 - random.nextDouble(), -2)),
                Named.of(
                        "two humps", () -> random.nextBoolean() ? 3 + random.nextDouble() : 9000 + random.nextInt(900)),
                Named.of("whole milliseconds, some nothing", () -> random.nextInt(40)),
                Named.of("one value", () -> 412.5));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyQuantileIsWithinTheStatedErrorOfTheNearestRank(DoubleSupplier shape) throws IOException {
        double[] times = new double[TIMES];
        var parts = new LatencySketch[] {new LatencySketch(), new LatencySketch(), new LatencySketch()};
        for (int i = 0; i < TIMES; i++) {
            times[i] = shape.getAsDouble();
            parts[i % parts.length].add(times[i]);
        }
        var whole = new LatencySketch();
        for (LatencySketch part : parts) {
            whole.add(readBack(part));
        }
        Arrays.sort(times);

        assertThat(whole.count()).isEqualTo(TIMES);
        assertThat(whole.mean()).isCloseTo(Arrays.stream(times).average().orElseThrow(), within(1e-6));
        for (double share : new double[] {0.001, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1}) {
            double exact = times[(int) Math.ceil(share * TIMES) - 1];
            assertThat(whole.quantile(share))
                    .as("%s of %s", share, exact)
                    .isCloseTo(exact, within(LatencySketch.ERROR * exact + 1e-9));
        }
    }

    @Test
    void withoutTimesNothingIsTold() {
        assertThat(new LatencySketch().quantile(0.5)).isNull();
        assertThat(new LatencySketch().mean()).isNull();
    }

    @Test
    void timesFarApartAndImpossibleOnesAreCounted() throws IOException {
        var sketch = new LatencySketch();
        sketch.add(1e9);
        sketch.add(0.002);
        sketch.add(-5);

        LatencySketch read = readBack(sketch);

        assertThat(read.count()).isEqualTo(3);
        assertThat(read.quantile(0.1)).isZero();
        assertThat(read.quantile(0.5)).isCloseTo(0.002, within(0.002 * LatencySketch.ERROR));
        assertThat(read.quantile(1)).isCloseTo(1e9, within(1e9 * LatencySketch.ERROR));
    }

    private static LatencySketch readBack(LatencySketch sketch) throws IOException {
        var bytes = new ByteArrayOutputStream();
        sketch.write(new DataOutputStream(bytes));
        return LatencySketch.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
